/** A value is written as this many binary digits, and each digit is one fact: so neighbouring levels share facts. */
const DIGITS = 3
/** Contexts cut out of observed ones are remembered when at most so many facts stand before them. */
const LONGEST_SHARED_PAST = 7
/** Of the contexts that just came true, so many are facts for the next step: those that came true most often. */
const REMEMBERED_CONTEXTS = 15

/** What was before: facts about the last value, and contexts that had come true with it. */
interface Past {
  facts: readonly number[]
  contexts: Context[]
  /** The last step at which one of the facts held, and how many held then. */
  step: number
  holding: number
}

/** That `after` follows a past: a set of facts about the next value, as bits. */
interface Context {
  id: number
  after: number
  /** Whether it was seen as it is, and not cut out of one that was. */
  observed: boolean
  /** Facts that it foretold so far, how many of them came, and how often all of them came. */
  foretold: number
  came: number
  fulfilled: number
}

/**
 * How new each level of a series is after those before it, learnt while it runs: contextual anomaly detection (CAD OSE).
 *
 * A level is a whole number from 0 to 7. Each step is remembered as a context: these facts followed those. When a context
 * is new, what it has in common with older ones is remembered as well, and contexts that come true are themselves facts
 * for the next step, so that longer and longer sequences are told apart. When the level is one that was foretold by the
 * most reliable contexts, it is not new: 0. Else it is (1 - share of contexts that came true, of those whose past held +
 * share of contexts not known before, of those it could have added) / 2.
 *
 * Reference: Smirnov, "Contextual Anomaly Detector", 2016; third of the NAB competition of that year.
 *
 * Returns a function that takes the next level and returns its novelty, from 0 to 1. Another level is a RangeError.
 *
 * @example
 * const novelty = contextNovelty()
 * for (let i = 0; i < 100; i++) novelty(i % 2) // 0 after the first few
 * novelty(7) // 1
 */
export function contextNovelty(): (level: number) => number {
  const memory = contextMemory()
  let holding: Past[] = []
  let last: number[] = []
  let foretold = 0
  let step = 0

  return (level) => {
    if (!(Number.isInteger(level) && level >= 0 && level < 2 ** DIGITS)) throw new RangeError(`not a level: ${level}`)
    step++
    const facts = Array.from({ length: DIGITS }, (_, digit) => 2 * digit + ((level >> digit) & 1))
    const now = facts.reduce((bits, fact) => bits | (1 << fact), 0)
    const isForetold = (now & ~foretold) === 0

    const added = last.length === 0 ? null : memory.observe(last, now)
    const { selected, fulfilled } = judge(holding, now, added)
    const shared = added ? sharedContexts(holding, now, added, new Set(last)) : []
    fulfilled.sort((a, b) => b.fulfilled - a.fulfilled || b.id - a.id)
    const remembered = fulfilled.slice(0, REMEMBERED_CONTEXTS).map(({ id }) => 2 * DIGITS + id)
    last = facts.concat(remembered.sort((a, b) => a - b))
    const newShare = added ? memory.addAll(shared, added) : 0

    holding = memory.holding(last, step)
    foretold = mostReliable(holding)
    const came = selected === 0 ? 0 : fulfilled.length / selected
    return isForetold ? 0 : (1 - came + newShare) / 2
  }
}

type SharedContext = readonly [facts: readonly number[], after: number]

/** All contexts, found by what was before and by each fact of it. */
function contextMemory() {
  const pasts = new Map<string, Past>()
  const pastsOfFact: Past[][] = []
  let size = 0

  function find(facts: readonly number[], after: number): { context: Context; isNew: boolean } {
    const key = facts.join()
    let past = pasts.get(key)
    if (!past) {
      past = { facts, contexts: [], step: 0, holding: 0 }
      pasts.set(key, past)
      for (const fact of facts) (pastsOfFact[fact] ??= []).push(past)
    }
    const known = past.contexts.find((context) => context.after === after)
    if (known) return { context: known, isNew: false }
    const context = { id: size++, after, observed: false, foretold: 0, came: 0, fulfilled: 0 }
    past.contexts.push(context)
    return { context, isNew: true }
  }

  return {
    /** Remembers that a past was followed by something; returns the context if that was not known. */
    observe(facts: readonly number[], after: number): Context | null {
      const { context, isNew } = find(facts, after)
      context.observed = true
      return isNew ? context : null
    },
    /** Adds contexts beside one just added; returns the share of new ones among them all. */
    addAll(candidates: readonly SharedContext[], added: Context): number {
      const all = new Set([added])
      let news = 1
      for (const [facts, after] of candidates) {
        const { context, isNew } = find(facts, after)
        all.add(context)
        if (isNew) news++
      }
      return news / all.size
    },
    /** The pasts of which at least one fact holds. */
    holding(facts: readonly number[], step: number): Past[] {
      const found: Past[] = []
      for (const past of facts.flatMap((fact) => pastsOfFact[fact] ?? [])) {
        if (past.step !== step) {
          past.step = step
          past.holding = 0
          found.push(past)
        }
        past.holding++
      }
      return found
    },
  }
}

/** Compares with what came the contexts whose past holds completely. */
function judge(holding: readonly Past[], now: number, added: Context | null) {
  const fulfilled: Context[] = []
  let selected = 0
  for (const past of holding) {
    if (past.holding < past.facts.length) continue
    for (const context of past.contexts) {
      if (context === added) continue
      selected++
      context.foretold += bitCount(context.after)
      context.came += bitCount(context.after & now)
      if ((context.after & ~now) !== 0) continue
      context.fulfilled++
      fulfilled.push(context)
    }
  }
  return { selected, fulfilled }
}

/** What observed contexts have in common with a new one: the facts before it that hold now, and those after it that came. */
function sharedContexts(
  holding: readonly Past[],
  now: number,
  added: Context,
  last: ReadonlySet<number>,
): SharedContext[] {
  const shared: SharedContext[] = []
  for (const past of holding) {
    if (past.holding > LONGEST_SHARED_PAST) continue
    const isWhole = past.holding === past.facts.length
    let facts: readonly number[] | null = isWhole ? past.facts : null
    for (const context of past.contexts) {
      const after = context.after & now
      if (context === added || !context.observed || after === 0 || (isWhole && after === context.after)) continue
      facts ??= past.facts.filter((fact) => last.has(fact))
      shared.push([facts, after])
    }
  }
  return shared
}

/** The facts foretold by the contexts that were right most often, among those whose past holds completely. */
function mostReliable(holding: readonly Past[]): number {
  let best = 0
  let facts = 0
  for (const past of holding) {
    if (past.holding < past.facts.length) continue
    for (const { foretold, came, after } of past.contexts) {
      const reliability = foretold === 0 ? 0 : came / foretold
      if (reliability > best) facts = 0
      if (reliability >= best) facts |= after
      best = Math.max(best, reliability)
    }
  }
  return facts
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

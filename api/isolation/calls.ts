import {
  alsoAt,
  buildArguments,
  type Choose,
  everything,
  type Include,
  type Leaf,
  leavesOf,
  requiredOnly,
} from './arguments.ts'
import { DAY_MS, type Secret } from './canary-terms.ts'
import type { RootField } from './documents.ts'
import type { Base, Run } from './run.ts'
import { type Candidate, candidatesFor, metricQueries, unknownLike, usualValue, valuesNaming } from './values.ts'

/** A call of a root field. */
export interface Call {
  field: RootField
  args: Record<string, unknown>
}

/** A place in a call, what was put there, and the same call with something there that nobody has. */
export interface Substitution {
  leaf: Leaf
  candidate: Candidate
  unknown: string
  theirs: Call
  nobodys: Call
}

/** The simplest call of a field. */
export function plainCall(run: Run, field: RootField, include: Include = requiredOnly): Call {
  return { field, args: buildArguments(field.args, usual(run), include) }
}

/** A call about what goes on: until now, and of something of A's where something has to be named. */
export function liveCall(run: Run, field: RootField): Call {
  const choose: Choose = (leaf) => {
    if (leaf.type === 'ID') return candidatesFor(leaf, field.field, run.canaries.a)[0]!.text
    if (leaf.type === 'MetricQuery') return { ...metricQueries(run.canaries)[0], range: rangeAround(run) }
    return usual(run)(leaf)
  }
  return { field, args: buildArguments(field.args, choose, requiredOnly) }
}

/** Around now, and not moving with it: an answer that covers another stretch of time is another answer. */
function rangeAround({ canaries: { range }, startedAt }: Run) {
  return { from: range.from, to: new Date(startedAt.getTime() + DAY_MS).toISOString() }
}

/** Calls with something of the organization's own at every place, and with every value of what is chosen. */
export function ownCalls(run: Run, field: RootField): Call[] {
  const { canaries } = run
  const plain = [plainCall(run, field)]
  const whole = field.args.find(({ type }) => String(type).startsWith('MetricQuery'))
  if (whole) plain.push(...metricQueries(canaries).map((query) => ({ field, args: { [whole.name]: query } })))
  const naming = leavesOf(field.args).flatMap((leaf) => {
    const texts = candidatesFor(leaf, field.field, canaries.a).map(({ text }) => text)
    const values = texts.flatMap((text) => valuesNaming(leaf, text, canaries))
    const choices = leaf.type === 'Boolean' ? [true, false] : leaf.values
    return [...values, ...choices].map((value) => callWith(run, field, { leaf, value }))
  })
  return [...plain, ...naming]
}

/** Calls that name something of a secret, each beside one that names what nobody has. */
export function substitutions(run: Run, field: RootField, secret: Secret, base?: Base): Substitution[] {
  return leavesOf(field.args).flatMap((leaf) =>
    candidatesFor(leaf, field.field, secret).flatMap((candidate) => {
      const unknown = unknownLike(candidate.text, secret.stem)
      const theirs = valuesNaming(leaf, candidate.text, run.canaries)
      const nobodys = valuesNaming(leaf, unknown, run.canaries)
      return theirs.map((value, index) => ({
        leaf,
        candidate,
        unknown,
        theirs: callWith(run, field, { leaf, value }, base),
        nobodys: callWith(run, field, { leaf, value: nobodys[index] }, base),
      }))
    }),
  )
}

/** A call with this value at this place. */
export function callWith(
  run: Run,
  field: RootField,
  { leaf, value }: { leaf: Leaf; value: unknown },
  base?: Base,
): Call {
  const choose: Choose = (other) => (other.path === leaf.path ? value : (base?.choose ?? usual(run))(other))
  const path = alsoAt(leaf.path)
  const include: Include = (other) => path(other) || (base?.include(other) ?? false)
  return { field, args: buildArguments(field.args, choose, include) }
}

/** Calls that should succeed: with ids of the organization's own at every place that takes one. */
export function* likelyCalls(run: Run, field: RootField): Generator<Call & { base: Base }> {
  const ids = leavesOf(field.args).filter(({ type }) => type === 'ID' || type === 'JobInput')
  const choices = ids.map((leaf) => candidatesFor(leaf, field.field, run.canaries.a))
  for (const include of [requiredOnly, everything]) {
    for (const chosen of combinations(choices)) {
      const named = new Map(ids.map((leaf, index) => [leaf.path, chosen[index]!]))
      const choose: Choose = (leaf) => {
        const candidate = named.get(leaf.path)
        return candidate ? valuesNaming(leaf, candidate.text, run.canaries)[0] : usual(run)(leaf)
      }
      yield { field, args: buildArguments(field.args, choose, include), base: { choose, include } }
    }
  }
}

function combinations<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((all, some) => all.flatMap((one) => some.map((next) => [...one, next])), [[]])
}

function usual(run: Run): Choose {
  return (leaf) => usualValue(leaf, run.canaries, run.fresh)
}

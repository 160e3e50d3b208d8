import type { Actor, Secret } from './canary-terms.ts'
import { type Call, ownCalls, plainCall, substitutions } from './calls.ts'
import type { Answer } from './client.ts'
import { type RootField } from './documents.ts'
import { EXPECTED_FIELDS } from './expected-access.ts'
import { normalize } from './findings.ts'
import { ask, forEach, isGood, nameOf, reset, type Run } from './run.ts'

/**
 * Asks everything that can be asked without changing anything. What an organization is told must be the same whether or not
 * there is another one, to the last byte; and naming what belongs to another must be the same as naming what nobody has.
 */
export async function probeReads(run: Run): Promise<void> {
  const { canaries } = run
  const fields = run.fields.filter(({ kind }) => kind === 'query')
  const { owner } = canaries.a.people

  await reset(run, canaries.worlds.confined)
  const calls = await callsThatTell(run, fields, owner)
  const confined = await record(run, [canaries.confined], calls)
  await reset(run, canaries.worlds.alone)
  await compare(run, confined, 'something that the key is not for')
  const alone = await record(run, [owner, canaries.full, canaries.throughProvider], calls)
  await reset(run, canaries.worlds.both)
  await compare(run, alone, 'another organization')
  await compare(run, confined, 'another organization')

  for (const [actor, secret] of [
    [owner, canaries.b],
    [canaries.full, canaries.b],
    [canaries.confined, canaries.hidden],
  ] as const) {
    await substitute(run, fields, actor, secret)
  }
  await interleave(run, fields)
}

/** Calls that are worth comparing: plain ones, and all that bring something of the organization's own. */
async function callsThatTell(run: Run, fields: readonly RootField[], actor: Actor): Promise<Call[]> {
  const telling: Call[] = []
  const told = new Set<string>()
  await forEach(
    fields.flatMap((field) => ownCalls(run, field)),
    async (call) => {
      const answer = await ask(run, actor, call.field, call.args)
      const text = JSON.stringify(call.args) + answer.text
      if (!isGood(answer) || told.has(call.field.name + text)) return
      told.add(call.field.name + text)
      telling.push(call)
      if (answer.text.includes(run.canaries.a.stem)) run.shown.add(call.field.name)
    },
  )
  for (const { name } of fields) {
    if (run.shown.has(name) || EXPECTED_FIELDS[name]?.blind !== undefined) continue
    run.findings.add(
      name,
      nameOf(actor),
      "No call brings anything of the organization's own: this check sees nothing here",
    )
  }
  return telling
}

interface Recording {
  actor: Actor
  call: Call
  text: string
}

async function record(run: Run, actors: readonly Actor[], calls: readonly Call[]): Promise<Recording[]> {
  const recordings: Recording[] = []
  const pairs = actors.flatMap((actor) => calls.map((call) => ({ actor, call })))
  await forEach(pairs, async ({ actor, call }) => {
    const answer = await ask(run, actor, call.field, call.args)
    recordings.push({ actor, call, text: settled(run, answer) })
  })
  return recordings
}

async function compare(run: Run, recordings: readonly Recording[], what: string): Promise<void> {
  await forEach(recordings, async ({ actor, call, text }) => {
    const now = settled(run, await ask(run, actor, call.field, call.args))
    if (now === text) return
    const difference = `${excerpt(text, now)} became ${excerpt(now, text)}`
    run.findings.add(call.field.name, nameOf(actor), `The answer changes when there is ${what}: ${difference}`)
  })
}

/** Around the place where a text begins to differ from another one. */
function excerpt(text: string, other: string): string {
  let place = 0
  while (place < text.length && text[place] === other[place]) place++
  return text.slice(Math.max(0, place - 30), place + 50)
}

/**
 * An answer without what changes by itself: times of just now, counts of the requests of this check, and what PostgreSQL expects of a
 * statement, which follows its statistics of whole tables.
 */
function settled({ startedAt }: Run, { status, headers, text, json }: Answer): string {
  const yesterday = new Date(startedAt.getTime() - 86_400_000).toISOString().slice(0, 10)
  const body = json
    ? JSON.stringify(json, (_key, value: unknown) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
        if ('day' in value && 'requests' in value && String(value.day) >= yesterday) return { day: value.day }
        if ('sql' in value && 'estimatedRows' in value) return { sql: value.sql }
        if ('name' in value && value.name === 'QUERIES_AT_ONCE') return { name: value.name }
        return value
      })
    : text
  return normalize(`${status}\n${headers}\n${body}`, [], startedAt)
}

/** What is told of something of another one must be what is told of something that nobody has. */
async function substitute(run: Run, fields: readonly RootField[], actor: Actor, secret: Secret): Promise<void> {
  const all = fields.flatMap((field) => substitutions(run, field, secret))
  await forEach(all, async ({ leaf, candidate, unknown, theirs, nobodys }) => {
    const [one, other] = await Promise.all([
      ask(run, actor, theirs.field, theirs.args),
      ask(run, actor, nobodys.field, nobodys.args),
    ])
    const told = normalize(settled(run, one), namesIn(candidate.text, secret.stem), run.startedAt)
    const usual = normalize(
      settled(run, other),
      namesIn(unknown, unknown.match(/canary[0-9a-f]{16}/)?.[0]),
      run.startedAt,
    )
    if (told === usual) return
    const what = `${candidate.kind} of ${secret.name} as ${leaf.path}`
    const difference = `${excerpt(told, usual)} instead of ${excerpt(usual, told)}`
    run.findings.add(
      theirs.field.name,
      nameOf(actor),
      `The answer for ${what} is not that for a random one: ${difference}`,
    )
  })
}

function namesIn(text: string, stem: string | undefined): string[] {
  return stem === undefined ? [text] : [text, stem]
}

/** The same question of both at the same time, again and again: neither may get the answer of the other. */
async function interleave(run: Run, fields: readonly RootField[]): Promise<void> {
  const { a, confined, full, keyOfB } = run.canaries
  const actors = [a.people.owner, keyOfB, full, confined, keyOfB]
  await forEach(
    fields.flatMap((field) => actors.map((actor) => ({ actor, call: plainCall(run, field) }))),
    async ({ actor, call }) => void (await ask(run, actor, call.field, call.args)),
    10,
  )
}

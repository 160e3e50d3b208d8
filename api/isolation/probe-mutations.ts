import { buildArguments, leavesOf } from './arguments.ts'
import type { Actor, Secret } from './canary-terms.ts'
import { type Call, callWith, likelyCalls, type Substitution, substitutions } from './calls.ts'
import type { Answer } from './client.ts'
import type { RootField } from './documents.ts'
import { EXPECTED_FIELDS } from './expected-access.ts'
import { normalize, shapeOf } from './findings.ts'
import { mayCall } from './probe-access.ts'
import { type Rows, selectTornRows } from './queries.ts'
import {
  ask,
  type Base,
  changesOf,
  errorsOf,
  growthOf,
  isGood,
  look,
  nameOf,
  reset,
  type Run,
  type State,
} from './run.ts'
import { candidatesFor, valuesNaming } from './values.ts'

/**
 * Calls everything that changes something, one after the other, each time on untouched canaries. What an organization does
 * to its own things changes nothing of another one, whose things have the same numbers; and naming things of another one
 * does what naming something that nobody has does.
 */
export async function probeMutations(run: Run): Promise<void> {
  await reset(run)
  const untouched = await look(run)
  for (const field of run.fields.filter(({ kind }) => kind === 'mutation')) await probeField(run, field, untouched)
}

async function probeField(run: Run, field: RootField, untouched: State): Promise<void> {
  const { a, b, hidden, full, confined } = run.canaries
  const expected = EXPECTED_FIELDS[field.name]
  if (!expected) return
  const actor = mayCall(a.people.owner, expected) ? a.people.owner : full
  const base = await callOwn(run, field, actor, untouched)
  await callOwnOthers(run, field, actor, { base, untouched })
  await substitute(run, field, { actor, secret: b, base, untouched })
  if (mayCall(confined, expected)) await substitute(run, field, { actor: confined, secret: hidden, base, untouched })
}

/** Looks for a call that succeeds, and returns what it was made of. */
async function callOwn(run: Run, field: RootField, actor: Actor, untouched: State): Promise<Base | undefined> {
  let last = ''
  for (const call of likelyCalls(run, field)) {
    const answer = await ask(run, actor, field, call.args)
    if (!isGood(answer)) {
      last = errorsOf(answer)[0]?.message ?? String(answer.status)
      continue
    }
    const changed = await checkOwn(run, call, actor, untouched)
    if (changed.length > 0) {
      run.shown.add(field.name)
      run.bases.set(field.name, call.base)
      return call.base
    }
  }
  if (EXPECTED_FIELDS[field.name]?.blind === undefined) {
    run.findings.add(
      field.name,
      nameOf(actor),
      `No call changes anything: this check sees nothing here. The last: ${last}`,
    )
  }
  return undefined
}

/** After a call that named things of A only: B is what it was, and nothing of it is in A. Returns what changed in A. */
async function checkOwn(run: Run, { field }: Call, actor: Actor, untouched: State): Promise<string[]> {
  const { a, b, footprint } = run.canaries
  const state = await look(run)
  const mine = changesOf(untouched, state, [a.organizationId, ...footprint.users])
  if (mine.length === 0) {
    reportTheirs(run, field, actor, changesOf(untouched, state, [b.organizationId]))
    return []
  }
  reportTheirs(run, field, actor, changesOf(untouched, state, [b.organizationId, ...b.userIds]))
  for (const table of new Set(
    [...state.values()].filter(({ owner, foreign }) => owner === a.organizationId && foreign).map(({ table }) => table),
  )) {
    run.findings.add(field.name, nameOf(actor), `A's rows in ${table} have texts of B now`)
  }
  for (const { what, n } of await selectTornRows(run.sql, footprint.organizations)) {
    run.findings.add(field.name, nameOf(actor), `There are ${n} ${what} now`)
  }
  await reset(run)
  return mine
}

function reportTheirs(run: Run, field: RootField, actor: Actor, tables: readonly string[]): void {
  if (tables.length > 0) run.findings.add(field.name, nameOf(actor), `Changed what belongs to B: ${tables.join(', ')}`)
}

interface Setting {
  base: Base | undefined
  untouched: State
}

/** Everything else of its own that the organization can name: no answer of these is expected, only that B stays what it is. */
async function callOwnOthers(run: Run, field: RootField, actor: Actor, { base, untouched }: Setting): Promise<void> {
  const calls = leavesOf(field.args)
    .filter(({ type, name }) => type === 'JobInput' || type === 'Boolean' || /user/i.test(name))
    .flatMap((leaf) => {
      const texts = candidatesFor(leaf, field.field, run.canaries.a).map(({ text }) => text)
      const values = texts.flatMap((text) => valuesNaming(leaf, text, run.canaries))
      return [...values, ...(leaf.type === 'Boolean' ? [true, false] : [])].map((value) =>
        callWith(run, field, { leaf, value }, base),
      )
    })
  for (const call of calls) {
    if (isGood(await ask(run, actor, field, call.args))) await checkOwn(run, call, actor, untouched)
  }
}

interface Trial extends Setting {
  actor: Actor
  secret: Secret
}

async function substitute(run: Run, field: RootField, { actor, secret, base, untouched }: Trial): Promise<void> {
  const usual = new Map<string, Effect>()
  for (const trial of substitutions(run, field, secret, base)) {
    const key = `${trial.leaf.path} ${formOf(trial)}`
    const nobodys = usual.get(key) ?? (await effectOf(run, actor, trial.nobodys, { names: [trial.unknown], untouched }))
    usual.set(key, nobodys)
    const theirs = await effectOf(run, actor, trial.theirs, { names: [trial.candidate.text], untouched })
    const owners = [run.canaries.b.organizationId, ...run.canaries.b.userIds]
    reportTheirs(run, field, actor, changesOf(untouched, theirs.state, owners))
    if (theirs.told === nobodys.told && theirs.growth === nobodys.growth) continue
    const what = `${trial.candidate.kind} of ${secret.name} as ${trial.leaf.path}`
    const told = `${theirs.told}, ${theirs.growth} instead of ${nobodys.told}, ${nobodys.growth}`
    run.findings.add(
      field.name,
      nameOf(actor),
      `What happens with ${what} is not what happens with a random one: ${told}`,
    )
  }
}

/** Numbers, ids of jobs, and each kind of text are answered differently from each other. */
function formOf({ leaf, candidate, theirs }: Substitution): string {
  if (leaf.type === 'ID') return candidate.text.replace(/[0-9a-f]/g, '0')
  return JSON.stringify(theirs.args).replaceAll(/canary[0-9a-f]{16}/g, '')
}

/** What a call does: what is told of it, and how many rows come and go. */
interface Effect {
  told: string
  growth: string
  state: State
}

async function effectOf(
  run: Run,
  actor: Actor,
  { field, args }: Call,
  { names, untouched }: { names: readonly string[]; untouched: State },
): Promise<Effect> {
  const { a, footprint } = run.canaries
  const answer = await ask(run, actor, field, args)
  const told = toldBy(run, answer, names)
  if (!isGood(answer)) return { told, growth: '', state: untouched }
  const state = await look(run)
  const growth = growthOf(untouched, state, [a.organizationId])
  if (changesOf(untouched, state, [...footprint.organizations, ...footprint.users]).length > 0) await reset(run)
  return { told, growth, state }
}

/** Errors word by word; of what is new each time the shape. */
function toldBy({ startedAt }: Run, { status, headers, json }: Answer, names: readonly string[]): string {
  const told = JSON.stringify([shapeOf(json?.data), json?.errors ?? null, status, headers])
  return normalize(told, names, startedAt).replaceAll(/canary[0-9a-f]{16}/g, '<stem>')
}

/**
 * The same changes without another organization and beside one that has as much as one may have: how many things there are,
 * and who the last owner is, is a matter of each organization.
 */
export async function probeLimits(run: Run): Promise<void> {
  const { owner } = run.canaries.a.people
  const calls = run.fields.flatMap((field) => {
    const base = run.bases.get(field.name)
    if (!base) return []
    const ids = leavesOf(field.args).filter(({ type, name }) => type === 'ID' && /user/i.test(name))
    const lastOwner = run.canaries.a.userIds.at(-1)!
    const aboutOwner = ids.map((leaf) => callWith(run, field, { leaf, value: String(lastOwner) }, base))
    return [{ field, args: buildArguments(field.args, base.choose, base.include) }, ...aboutOwner]
  })
  const alone = await effectsIn(run, calls, run.canaries.worlds.sole)
  const beside = await effectsIn(run, calls, run.canaries.worlds.crowded)
  for (const [index, { field }] of calls.entries()) {
    if (alone[index] === beside[index]) continue
    run.findings.add(
      field.name,
      nameOf(owner),
      `Does something else when there is another organization: ${beside[index]} instead of ${alone[index]}`,
    )
  }
}

async function effectsIn(run: Run, calls: readonly Call[], world: Rows): Promise<string[]> {
  const { a } = run.canaries
  await reset(run, world)
  const untouched = await look(run)
  const effects: string[] = []
  for (const { field, args } of calls) {
    const answer = await ask(run, a.people.owner, field, args)
    const isChange = isGood(answer)
    const growth = isChange ? growthOf(untouched, await look(run), [a.organizationId]) : ''
    effects.push(`${toldBy(run, answer, [])}, ${growth}`)
    if (isChange) await reset(run, world)
  }
  return effects
}

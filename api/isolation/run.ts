import type { Sql } from '../db/client.ts'
import type { Choose, Include } from './arguments.ts'
import { type Actor, type Canaries, NO_IDS, type Secret } from './canary-terms.ts'
import type { Answer, Client } from './client.ts'
import type { RootField } from './documents.ts'
import { type Findings, findSecret } from './findings.ts'
import { type Holding, type OwnedTable, replaceAll, type Rows, selectHoldings } from './queries.ts'

/** What all parts of the check share. */
export interface Run {
  /** As the application's role. */
  sql: Sql
  /** As the owner of the tables. */
  owner: Sql
  client: Client
  canaries: Canaries
  fields: readonly RootField[]
  tables: readonly OwnedTable[]
  findings: Findings
  /** What could not be looked at, and why: one sentence each. */
  notes: string[]
  startedAt: Date
  /** Root fields of which an own call was seen to succeed. */
  shown: Set<string>
  /** How a mutation is called so that it succeeds. */
  bases: Map<string, Base>
  /** Only one finding is wanted. */
  isEager: boolean
  /** Texts that are new each time and name nobody. */
  fresh: () => string
}

/** What is put at the places of the arguments of a call, and at which of them. */
export interface Base {
  choose: Choose
  include: Include
}

/** Something was found, and no more is wanted. */
export class Enough extends Error {
  override name = 'Enough'
}

/** Throws Enough when only one finding is wanted, and there is one. */
export function stopIfEnough({ isEager, findings }: Run): void {
  if (isEager && findings.count() > 0) throw new Enough()
}

/** Asks, and looks through every byte of the answer for what the actor must not see. */
export async function ask(
  run: Run,
  actor: Actor | null,
  field: RootField,
  args: Record<string, unknown>,
): Promise<Answer> {
  stopIfEnough(run)
  const answer = await run.client.ask(actor, field.document(Object.keys(args)), args)
  lookThrough(run, { actor, where: field.name, sent: JSON.stringify(args) }, answer)
  return answer
}

/** Reports what stands in an answer although this actor must not see it. */
export function lookThrough(
  run: Run,
  { actor, where, sent }: { actor: Actor | null; where: string; sent: string },
  answer: Pick<Answer, 'text' | 'headers'> & { status?: number },
): void {
  if ((answer.status ?? 0) >= 500 && answer.status !== 503) {
    run.findings.add(where, nameOf(actor), `Something went wrong: ${answer.status} ${answer.text.slice(0, 100)}`)
  }
  for (const secret of secretsBefore(run, actor)) {
    const found = findSecret(answer, secret, sent)
    if (found !== null)
      run.findings.add(where, nameOf(actor), `The answer has "${found}", which belongs to ${secret.name}`)
  }
}

/** What an actor must not see. */
export function secretsBefore({ canaries: { a, b, hidden, keyOfB, visitorOfB } }: Run, actor: Actor | null): Secret[] {
  if (!actor) return [a, b, hidden]
  // B has things under the numbers of A.
  const fromB = actor === keyOfB || actor === visitorOfB || Object.values(b.people).includes(actor)
  if (fromB) return [a, hidden].map((secret) => ({ ...secret, ids: NO_IDS }))
  return actor.isConfined ? [b, hidden] : [b]
}

/** How an actor is called in findings. */
export function nameOf(actor: Actor | null): string {
  return actor?.name ?? 'nobody'
}

/** Puts everything back to the beginning. */
export function reset(run: Run, rows: Rows = run.canaries.worlds.both): Promise<void> {
  return replaceAll(run.owner, run.canaries.footprint, rows)
}

/** What the canaries have: by owner and table. */
export type State = ReadonlyMap<string, Holding>

/** Looks at everything that both canaries and their people have. */
export async function look({ sql, tables, canaries }: Run): Promise<State> {
  const { organizations, users } = canaries.footprint
  const holdings = await selectHoldings(sql, tables, [...organizations, ...users], canaries.b.stem)
  return new Map(holdings.map((holding) => [`${holding.owner} ${holding.table}`, holding]))
}

/** Tables in which what these owners have differs. */
export function changesOf(before: State, after: State, owners: readonly number[]): string[] {
  const places = new Set([...before.keys(), ...after.keys()])
  return [...places]
    .filter((place) => owners.includes(Number(place.split(' ')[0])))
    .filter((place) => before.get(place)?.digest !== after.get(place)?.digest)
    .map((place) => place.split(' ')[1]!)
    .sort()
}

/** How many rows more or less these owners have, by table. */
export function growthOf(before: State, after: State, owners: readonly number[]): string {
  const tables = changesOf(before, after, owners)
  const count = (state: State, table: string) =>
    owners.reduce((sum, owner) => sum + (state.get(`${owner} ${table}`)?.rows ?? 0), 0)
  return tables.map((table) => `${table} ${count(after, table) - count(before, table)}`).join(', ')
}

/** What is told of errors: code, text and place. */
export function errorsOf({ json }: Answer): { code: string; message: string; depth: number }[] {
  return (json?.errors ?? []).map(({ extensions, message, path }) => ({
    code: extensions?.code ?? '',
    message,
    depth: path?.length ?? 0,
  }))
}

/** Whether a call came through without any error. */
export function isGood(answer: Answer): boolean {
  return answer.status === 200 && answer.json?.data != null && !answer.json.errors
}

/** Runs work for each item, a few at a time. */
export async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 8): Promise<void> {
  const left = items[Symbol.iterator]()
  const worker = async () => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

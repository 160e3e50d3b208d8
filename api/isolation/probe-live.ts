import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import type { Actor } from './canary-terms.ts'
import { SHARED } from './canary-terms.ts'
import { liveCall } from './calls.ts'
import { credentials } from './client.ts'
import type { RootField } from './documents.ts'
import { EXPECTED_FIELDS } from './expected-access.ts'
import { mayCall } from './probe-access.ts'
import { lookThrough, nameOf, reset, type Run, stopIfEnough } from './run.ts'

const PATIENCE_MS = 5_000
/** Answers that are watched are counted once a second at most: after this nothing more comes of a change. */
const QUIET_MS = 1_300

const MOVE = 'mutation ($id: ID!, $folder: String) { moveDashboard(id: $id, folder: $folder) { id } }'
const JUDGE = 'mutation ($id: ID!) { giveInsightFeedback(id: $id, useful: true) { id } }'
const NOTE =
  'mutation ($pipeline: ID!) { recordAnnotation(input: { kind: NOTE, title: "Live", pipeline: $pipeline }) { id } }'

/** Somebody who has subscribed. */
export interface Subscriber {
  actor: Actor
  field: RootField
  frames: string[]
  close(): void
}

/**
 * Subscribes to everything as both organizations, with the same words, and changes something in one of them: the other one
 * hears nothing, not even that something happened. A key for some pipelines hears nothing of the others.
 */
export async function probeLive(run: Run): Promise<void> {
  const { a, b, confined, full, keyOfB, hidden } = run.canaries
  const fields = run.fields.filter(({ kind }) => kind === 'subscription')
  if (fields.length === 0) return
  await reset(run)
  // B comes first: what is shared among subscribers of equal words is then made for B.
  const actors = [keyOfB, a.people.owner, full, confined, ...run.canaries.scoped]
  const subscribers = await Promise.all(
    actors.flatMap((actor) => fields.map((field) => subscribe(run, actor, field, liveCall(run, field).args))),
  )
  try {
    await checkRefusals(run, subscribers)
    await tell(run, subscribers, {
      ...{ by: keyOfB, judge: b.people.owner, pipeline: SHARED, insight: b.ids.insight[0]! },
      ...{ heardBy: [keyOfB], what: b.name },
    })
    await tell(run, subscribers, {
      ...{ by: full, judge: a.people.owner, pipeline: hidden.ids.pipeline[0]!, insight: hidden.ids.insight[0]! },
      ...{ heardBy: [a.people.owner, full], what: hidden.name },
    })
    await tell(run, subscribers, {
      ...{ by: full, judge: a.people.owner, pipeline: SHARED, insight: a.ids.insight[0]! },
      ...{ heardBy: [a.people.owner, full, confined], what: a.name },
    })
  } finally {
    for (const subscriber of subscribers) subscriber.close()
  }
  await reset(run)
}

/** Who may not subscribe has been refused by now; who may has not. */
async function checkRefusals({ findings }: Run, subscribers: readonly Subscriber[]): Promise<void> {
  await sleep(QUIET_MS)
  for (const { actor, field, frames } of subscribers) {
    const expected = EXPECTED_FIELDS[field.name]
    const isRefused = frames.some((frame) => frame.includes('"FORBIDDEN"'))
    if (!expected || isRefused !== mayCall(actor, expected)) continue
    const what = isRefused ? 'Is refused, although' : 'Is not refused, although'
    findings.add(field.name, nameOf(actor), `${what} the list says otherwise`)
  }
}

interface Telling {
  by: Actor
  /** Says something to the insight: keys cannot. */
  judge: Actor
  pipeline: string
  insight: string
  heardBy: readonly Actor[]
  what: string
}

/** Sends a job, judges an insight, notes something and moves a dashboard, waits until those hear of it who should, and then a moment longer for those who should not. */
async function tell(
  run: Run,
  subscribers: readonly Subscriber[],
  { by, judge, pipeline, insight, heardBy, what }: Telling,
): Promise<void> {
  stopIfEnough(run)
  for (const { frames } of subscribers) frames.length = 0
  const body = JSON.stringify({ pipeline, externalId: `canary-live-${run.fresh()}`, status: 'RUNNING' })
  const answer = await run.client.send(by, { method: 'POST', path: '/ingest/jobs', type: 'application/x-ndjson', body })
  if (answer.status !== 200)
    run.findings.add('POST /ingest/jobs', nameOf(by), `A job was not taken: ${answer.text.slice(0, 200)}`)
  const judged = await run.client.ask(judge, JUDGE, { id: insight })
  if (judged.text.includes('"errors"'))
    run.findings.add('Mutation.giveInsightFeedback', nameOf(judge), `It fails: ${judged.text.slice(0, 200)}`)
  const noted = await run.client.ask(by, NOTE, { pipeline })
  if (noted.text.includes('"errors"'))
    run.findings.add('Mutation.recordAnnotation', nameOf(by), `It fails: ${noted.text.slice(0, 200)}`)
  // Both have a dashboard with this id.
  const moved = await run.client.ask(by, MOVE, { id: run.canaries.a.ids.dashboard[0], folder: run.fresh() })
  if (moved.text.includes('"errors"'))
    run.findings.add('Mutation.moveDashboard', nameOf(by), `It fails: ${moved.text.slice(0, 200)}`)
  const expected = subscribers.filter(({ actor, field }) => heardBy.includes(actor) && mayHear(actor, field))
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until && expected.some(({ frames }) => frames.length === 0)) await sleep(20)
  await sleep(QUIET_MS)
  for (const { actor, field } of expected.filter(({ frames }) => frames.length === 0)) {
    run.findings.add(field.name, nameOf(actor), `Hears nothing of a change of ${what}: this check sees nothing here`)
  }
  for (const { actor, field, frames } of subscribers) {
    if (frames.length === 0 || heardBy.includes(actor) || isScoped(run, actor, what)) continue
    run.findings.add(field.name, nameOf(actor), `Hears that something of ${what} changed: ${frames[0]!.slice(0, 120)}`)
  }
}

function mayHear(actor: Actor, field: RootField): boolean {
  const expected = EXPECTED_FIELDS[field.name]
  return expected !== undefined && mayCall(actor, expected)
}

/** Keys with one scope belong to A, and may hear of it what the scope says. */
function isScoped({ canaries }: Run, actor: Actor, what: string): boolean {
  return canaries.scoped.includes(actor) && what !== canaries.b.name
}

/** Subscribes over a socket of its own, and keeps what comes. */
export async function subscribe(
  run: Run,
  actor: Actor,
  field: RootField,
  args: Record<string, unknown>,
): Promise<Subscriber> {
  const { origin, href } = new URL(run.client.url)
  const address = `${href.replace(/^http/, 'ws').replace(/\/$/, '')}/graphql`
  const socket = new WebSocket(address, 'graphql-transport-ws', { headers: { ...credentials(actor), Origin: origin } })
  const frames: string[] = []
  const payload = { query: field.document(Object.keys(args)), variables: args }
  const acknowledged = new Promise<void>((resolve) => {
    socket.on('error', () => resolve())
    socket.on('close', (code, reason) => {
      frames.push(`closed ${code} ${reason.toString()}`)
      resolve()
    })
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      const { type } = JSON.parse(text) as { type: string }
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }))
        return resolve()
      }
      if (type === 'ping') return socket.send(JSON.stringify({ type: 'pong' }))
      if (type === 'complete') return
      frames.push(text)
      lookThrough(run, { actor, where: field.name, sent: '' }, { text, headers: '' })
    })
  })
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
  await acknowledged
  return {
    actor,
    field,
    frames,
    close() {
      socket.removeAllListeners('close')
      socket.terminate()
    },
  }
}

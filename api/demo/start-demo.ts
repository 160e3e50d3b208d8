import { randomBytes } from 'node:crypto'
import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { systemActor } from '../features/audit/index.ts'
import { importDashboard, templates } from '../features/dashboards/index.ts'
import { createKey, revokeKeys } from '../features/keys/index.ts'
import { anyOrganization, createOrganization } from '../features/organizations/index.ts'
import { createUser, setPassword } from '../features/people/index.ts'
import { recordEvents } from '../ingest/index.ts'
import type { JobEvent } from '../ingest/index.ts'
import type { Changes } from '../lib/changes.ts'
import type { Log } from '../lib/log.ts'
import type { Tokens } from '../lib/tokens.ts'
import { readCredentials, writeCredentials, type DemoCredentials } from './credentials.ts'
import { startFeed } from './feed.ts'
import { beginFeed } from './feed-step.ts'
import { demoHistory, historyStart } from './history.ts'
import { lockDemo, selectDemo, selectUnfinished, upsertDemo, type DemoRow } from './queries.ts'
import { HISTORY_DAYS } from './story.ts'

const SEED = 1906
const EMAIL = 'demo@tachograph.local'
const KEY_NAME = 'Demo'
const BATCH = 1000
/** Names of the templates that the demo has a dashboard of. */
const DASHBOARDS = ['operations-now', 'reliability']

export interface DemoOptions {
  sql: Sql
  changes: Changes
  tokens: Tokens
  now: () => Date
  /** Where `demo.json` keeps the credentials. */
  dataDirectory: string
  log: Log
  /** 90, unless a test wants to be quick. */
  historyDays?: number
}

/**
 * The demo: an organization with 90 days of jobs, a person, a key, two dashboards, and a feed of jobs that goes on until `stop`.
 *
 * It is made when there is no organization at all, in one transaction: a start that breaks off leaves nothing behind. It
 * goes on when it was made before. Null when there are other organizations and no demo. When `demo.json` is lost, the
 * password and the key are replaced, because neither is stored anywhere else. Several processes may run the same demo:
 * they report the same jobs, which count once.
 */
export async function startDemo(
  options: DemoOptions,
): Promise<{ credentials: DemoCredentials; stop(): Promise<void> } | null> {
  const { sql, changes, now, log } = options
  const found = (await selectDemo(sql)) ?? (await makeDemo(options))
  if (!found) return null
  const { organizationId, start } = found
  const kept = await readCredentials(options.dataDirectory, start)
  // A key that was made with another secret does not count any more.
  const counts = kept !== null && options.tokens.check('key', kept.key)
  const credentials = counts ? kept : await renewCredentials(options, found)

  const world = { seed: SEED, start }
  const state = beginFeed(world, now().getTime(), await selectUnfinished(sql, organizationId))
  const record = async (events: JobEvent[]) => {
    const reasons = await recordAll({ sql, changes }, organizationId, events)
    // Somebody may have sent the same job with other times. It is theirs then: sending it again would not help.
    if (reasons.length > 0) log.error('Jobs of the demo feed were rejected', { reasons: reasons.slice(0, 3) })
  }
  return { credentials, stop: startFeed({ state, record, now, log }).stop }
}

/** Null when there is an organization of somebody. */
async function makeDemo(options: DemoOptions): Promise<DemoRow | null> {
  const { sql, changes, tokens, now, log, dataDirectory, historyDays = HISTORY_DAYS } = options
  const to = now()
  const start = to.getTime()
  const { demo, isNew } = await transaction(sql, async (tx) => {
    await lockDemo(tx)
    const other = await selectDemo(tx)
    if (other || (await anyOrganization(tx))) return { demo: other, isNew: false }
    log.info(`Making the demo: ${historyDays} days of jobs, which takes some seconds`)
    const { id: organizationId } = await createOrganization(tx, 'Demo')
    const password = newPassword()
    await createUser(tx, organizationId, { email: EMAIL, name: 'Demo', password, role: 'owner' })
    const key = await newKey({ sql: tx, tokens }, organizationId)
    // Nobody can watch an organization that is not committed: nobody is told of its single jobs.
    const silent = { publish: () => {}, subscribe: () => () => {} }
    const [reason] = await recordAll({ sql: tx, changes: silent }, organizationId, demoHistory(SEED, to, historyDays))
    if (reason) throw new Error(`A job of the demo was rejected: ${reason}`)
    await makeDashboards({ sql: tx, now }, organizationId)
    await upsertDemo(tx, organizationId, start)
    // Before the commit: another process that finds the demo must find its credentials too.
    await writeCredentials(dataDirectory, start, { email: EMAIL, password, key })
    return { demo: { organizationId, start }, isNew: true }
  })
  if (demo && isNew) {
    const from = new Date(historyStart(start, historyDays))
    changes.publish({ organizationId: demo.organizationId, dataset: 'jobs', from, to, ids: null })
    log.info('The demo is made', { seconds: (now().getTime() - start) / 1000 })
  }
  return demo
}

/** What somebody who looks around sees first. */
async function makeDashboards(deps: Pick<DemoOptions, 'sql' | 'now'>, organizationId: number): Promise<void> {
  for (const { name, document } of templates) {
    if (!DASHBOARDS.includes(name)) continue
    await importDashboard(deps, systemActor(organizationId, 'Demo'), { document, folder: null })
  }
}

async function renewCredentials(
  { sql, tokens, dataDirectory, now, log }: DemoOptions,
  demo: DemoRow,
): Promise<DemoCredentials> {
  return transaction(sql, async (tx) => {
    await lockDemo(tx)
    const renewed = await readCredentials(dataDirectory, demo.start)
    if (renewed && tokens.check('key', renewed.key)) return renewed
    log.info('The credentials of the demo are lost, or made with another secret: it gets a new password and a new key')
    const password = newPassword()
    await setPassword(tx, EMAIL, password)
    await revokeKeys(tx, systemActor(demo.organizationId, 'Demo'), KEY_NAME, now())
    const credentials = { email: EMAIL, password, key: await newKey({ sql: tx, tokens }, demo.organizationId) }
    await writeCredentials(dataDirectory, demo.start, credentials)
    return credentials
  })
}

async function newKey(deps: { sql: Sql; tokens: Tokens }, organizationId: number): Promise<string> {
  const { key } = await createKey(deps, organizationId, { name: KEY_NAME, scopes: ['read', 'ingest'], expiresAt: null })
  return key
}

function newPassword(): string {
  return randomBytes(12).toString('base64url')
}

/** Records any number of events, a batch at a time, and returns the reasons for those that were rejected. */
async function recordAll(target: { sql: Sql; changes: Changes }, organizationId: number, events: Iterable<JobEvent>) {
  const reasons: string[] = []
  let batch: JobEvent[] = []
  const flush = async () => {
    const { errors } = await recordEvents(target, organizationId, batch)
    reasons.push(...errors.map((error) => error.reason))
    batch = []
  }
  for (const event of events) {
    batch.push(event)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  return reasons
}

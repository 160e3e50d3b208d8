import fc from 'fast-check'
import type { Sql } from '../db/client.ts'
import { JOB_STATUSES, type JobEvent, recordEvents } from '../ingest/index.ts'
import { deleteJobs } from '../ingest/queries.ts'
import { jobEvent } from '../ingest/testing-events.ts'
import { rebuildRollups, refreshRollups } from './index.ts'

/** Random histories: what can happen to the jobs of an organization, and when their rollups are brought up to date. */

/** Jobs of a history lie within these, around the change of clocks in Europe. */
export const HISTORY = { from: new Date('2026-03-27T18:00:00Z'), to: new Date('2026-03-30T12:00:00Z') }
const BEGIN = Date.parse('2026-03-27T20:00:00Z')
const HOURS = 60

const event = fc
  .record({
    pipeline: fc.constantFrom('etl', 'mail', 'backup'),
    externalId: fc.integer({ min: 1, max: 25 }).map(String),
    status: fc.constantFrom(...JOB_STATUSES),
    startedAt: fc.integer({ min: 0, max: HOURS * 60 }).map((minutes) => new Date(BEGIN + minutes * 60_000)),
    durationMs: fc.integer({ min: 0, max: 5_000_000 }),
    revision: fc.constantFrom(0, 0, 0, 1, 2),
    cost: fc.option(
      fc.record({ amount: fc.integer({ min: 0, max: 999 }), currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD') }),
    ),
    metrics: fc.dictionary(
      fc.constantFrom('rows', 'loss', 'zero'),
      fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    ),
  })
  .map(({ durationMs, startedAt, ...rest }) => {
    const isFinished = rest.status !== 'QUEUED' && rest.status !== 'RUNNING'
    const queuedAt = new Date(startedAt.getTime() - (durationMs % 7_000_000))
    const finishedAt = isFinished ? new Date(startedAt.getTime() + durationMs) : null
    return jobEvent({ ...rest, queuedAt, startedAt: rest.status === 'QUEUED' ? null : startedAt, finishedAt })
  })

/** Reports in any order, late, corrected, repeated; jobs that are deleted; rollups that are made, or made again. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(event, { minLength: 1, maxLength: 30 }).map((events) => ({ do: 'record' as const, events })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'repeat' as const }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 10 }).map((count) => ({ do: 'delete' as const, count })) },
  { weight: 2, arbitrary: fc.constant({ do: 'refresh' as const }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: HOURS }).map((hour) => ({ do: 'rebuild' as const, hour })) },
)
export const history = fc.array(step, { minLength: 3, maxLength: 12 })

/** Plays the steps of a history, one after the other. */
export function historyPlayer(sql: Sql, organizationId: number) {
  const changes = { publish: () => {}, subscribe: () => () => {} }
  let last: JobEvent[] = []
  return async (one: typeof step extends fc.Arbitrary<infer Step> ? Step : never) => {
    if (one.do === 'record') last = one.events
    if (one.do === 'record' || one.do === 'repeat') await recordEvents({ sql, changes }, organizationId, last)
    if (one.do === 'delete') await deleteSome(sql, organizationId, one.count)
    if (one.do === 'refresh') await refreshRollups(sql, { quietSince: null, organizationId })
    if (one.do === 'rebuild') await rebuild(sql, organizationId, one.hour)
  }
}

async function deleteSome(sql: Sql, organizationId: number, count: number) {
  const keys = await sql<{ id: string; at: Date }[]>`
    select id, at from jobs where organization_id = ${organizationId} order by id limit ${count}`
  if (keys.length > 0) await deleteJobs(sql, organizationId, [...keys])
  await sql`
    delete from job_keys where organization_id = ${organizationId} and job_id = any(${keys.map(({ id }) => id)}::uuid[])`
}

async function rebuild(sql: Sql, organizationId: number, hour: number) {
  const from = new Date(BEGIN + hour * 3_600_000)
  const to = new Date(from.getTime() + 5 * 3_600_000)
  await rebuildRollups(sql, { organizationId, from, to, onProgress: () => {} })
}

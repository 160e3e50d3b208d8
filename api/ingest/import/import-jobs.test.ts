import { expect, test } from 'vitest'
import type { JobEvent, RecordResult } from '../job-event.ts'
import { importJobs, type ImportOptions, type Rejection } from './import-jobs.ts'
import type { MappedJob } from './map-row.ts'
import type { Row } from './row.ts'

const NOW = new Date('2024-12-01T00:00:00Z')

function job(row: Row): MappedJob {
  return {
    ...{ pipeline: 'load', externalId: String(row.line), status: 'SUCCEEDED' },
    ...{ queuedAt: null, startedAt: new Date('2024-11-01T00:00:00Z'), finishedAt: new Date('2024-11-01T00:01:00Z') },
    ...{ trigger: null, error: null, labels: {}, metrics: {}, cost: null },
  }
}

async function* rowsTo(count: number): AsyncGenerator<Row> {
  for (let line = 2; line < count + 2; line++) yield { line, values: {} }
}

async function accept(events: JobEvent[]): Promise<RecordResult> {
  return { accepted: events.length, unchanged: 0, rejected: 0, errors: [] }
}

async function run(options: Partial<ImportOptions>) {
  const rejections: Rejection[] = []
  const summary = await importJobs({
    rows: rowsTo(2500),
    map: (row) => ({ ok: true, job: job(row) }),
    ...{ write: accept, now: () => NOW, signal: new AbortController().signal },
    onBatch: (_summary, rejected) => rejections.push(...rejected),
    ...options,
  })
  return { ...summary, rejections }
}

test('writes batches of 1,000, at most two at once', async () => {
  const sizes: number[] = []
  let atOnce = 0
  const summary = await run({
    write: async (events) => {
      sizes.push(events.length)
      expect(++atOnce).toBeLessThanOrEqual(2)
      await new Promise((resolve) => setTimeout(resolve, 1))
      atOnce--
      return accept(events)
    },
  })
  expect(sizes).toEqual([1000, 1000, 500])
  expect(summary).toMatchObject({
    rows: 2500,
    accepted: 2500,
    rejected: 0,
    lastLine: 2501,
    interrupted: false,
    failure: null,
  })
  expect(summary.statuses).toEqual(new Map([['SUCCEEDED', 2500]]))
  expect(summary.sample.map((event) => event.externalId)).toEqual(['2', '3', '4'])
})

test('rejections come from the file, the mapping, the check and the database, in the order of the file', async () => {
  async function* rows() {
    yield* rowsTo(5)
    yield { line: 7, problem: 'too short' }
  }
  const summary = await run({
    rows: rows(),
    map: (row) => {
      if (row.line === 3) return { ok: false, reason: 'status: unknown' }
      return { ok: true, job: { ...job(row), ...(row.line === 4 && { externalId: '' }) } }
    },
    write: async () => ({ accepted: 1, unchanged: 1, rejected: 1, errors: [{ index: 1, reason: 'contradiction' }] }),
  })
  expect(summary).toMatchObject({ rows: 6, accepted: 1, unchanged: 1, rejected: 4, lastLine: 7 })
  expect(summary.statuses).toEqual(new Map([['SUCCEEDED', 2]]))
  expect(summary.rejections).toEqual([
    { line: 3, reason: 'status: unknown' },
    { line: 4, reason: expect.stringContaining('externalId is empty') },
    { line: 5, reason: 'contradiction' },
    { line: 7, reason: 'too short' },
  ])
})

test('the time of the import is never taken for a time of the job', async () => {
  const seen: JobEvent[] = []
  const summary = await run({
    rows: rowsTo(2),
    map: (row) => ({ ok: true, job: { ...job(row), finishedAt: null, ...(row.line === 3 && { startedAt: null }) } }),
    write: async (events) => {
      seen.push(...events)
      return accept(events)
    },
  })
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({ status: 'SUCCEEDED', finishedAt: null, assumed: null })
  expect(summary.rejections).toEqual([
    { line: 3, reason: 'no time is known: queuedAt, startedAt and finishedAt are all missing' },
  ])
})

test('stops between batches when it is asked to, and says how far it came', async () => {
  const stop = new AbortController()
  const summary = await run({
    signal: stop.signal,
    write: async (events) => {
      stop.abort()
      return accept(events)
    },
  })
  expect(summary).toMatchObject({ rows: 1000, accepted: 1000, lastLine: 1001, interrupted: true, failure: null })
})

test('a file that breaks off is imported up to there', async () => {
  const broken = new Error('quote')
  async function* rows() {
    yield* rowsTo(1200)
    throw broken
  }
  expect(await run({ rows: rows() })).toMatchObject({ accepted: 1200, lastLine: 1201, failure: broken })
})

test('a batch that fails ends the import and is not counted', async () => {
  const lost = new Error('connection')
  let batches = 0
  const summary = await run({
    write: (events) => (++batches === 2 ? Promise.reject(lost) : accept(events)),
  })
  expect(summary).toMatchObject({ rows: 1000, lastLine: 1001, interrupted: false, failure: lost })
  expect(batches).toBe(2)
})

import { expect, test } from 'vitest'
import type { JobEvent } from '../ingest/index.ts'
import { demoHistory, plannedBetween } from './history.ts'
import { PIPELINES } from './pipelines.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-20T10:55:00Z')
const TODAY = Date.UTC(2026, 10, 20)
const EVENTS = [...demoHistory(1906, NOW)]

/** The latest event of each job. */
const JOBS = [...new Map(EVENTS.map((event) => [`${event.pipeline}/${event.externalId}`, event])).values()]

const jobsOf = (pipeline: string) => JOBS.filter((job) => job.pipeline === pipeline)
const daysAgo = (job: JobEvent) => Math.floor((TODAY + DAY - 1 - job.queuedAt!.getTime()) / DAY)
const durationMs = (job: JobEvent) => job.finishedAt!.getTime() - job.startedAt!.getTime()
const failed = (jobs: JobEvent[]) => jobs.filter((job) => job.status === 'FAILED').length / jobs.length
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

const medianRun = (jobs: JobEvent[]) => median(jobs.filter((job) => job.status === 'SUCCEEDED').map(durationMs))

test('the same seed and time give the same history, another seed another one', () => {
  const first = [...demoHistory(5, NOW)].slice(0, 500)
  expect([...demoHistory(5, NOW)].slice(0, 500)).toEqual(first)
  expect([...demoHistory(6, NOW)].slice(0, 500)).not.toEqual(first)
})

test('90 days of about 40,000 jobs, each once', () => {
  expect(JOBS.length).toBeGreaterThan(30_000)
  expect(JOBS.length).toBeLessThan(42_000)
  expect(new Set(EVENTS.map((event) => `${event.pipeline}/${event.externalId}/${event.attempt}`)).size).toBe(
    EVENTS.length,
  )
  const first = Math.min(...JOBS.map((job) => job.queuedAt!.getTime()))
  expect((first - (TODAY - 90 * DAY)) / DAY).toBeCloseTo(0, 1)
  expect(new Set(JOBS.map((job) => job.pipeline))).toEqual(new Set(PIPELINES.map((pipeline) => pipeline.key)))
})

test('nothing happens after now, and no time runs backwards', () => {
  for (const event of EVENTS) {
    const times = [event.queuedAt, event.startedAt, event.finishedAt, NOW].flatMap((at) => (at ? [at.getTime()] : []))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
})

test('every status occurs, and most jobs succeed', () => {
  const share = (status: string) => JOBS.filter((job) => job.status === status).length / JOBS.length
  expect(share('SUCCEEDED')).toBeGreaterThan(0.92)
  for (const status of ['FAILED', 'CANCELLED']) expect(share(status)).toBeGreaterThan(0.002)
  for (const status of ['TIMED_OUT', 'RUNNING', 'QUEUED']) expect(share(status)).toBeGreaterThan(0)
})

test('some jobs are retried, and most of those succeed in the end', () => {
  const retried = JOBS.filter((job) => job.attempt > 1)
  expect(retried.length).toBeGreaterThan(300)
  expect(failed(retried)).toBeLessThan(0.4)
  for (const event of EVENTS.filter((one) => one.attempt === 2)) expect(event.queuedAt).toBeInstanceOf(Date)
})

test('work follows the week: half as many jobs on a weekend, hardly any builds', () => {
  const perDay = (jobs: JobEvent[], weekend: boolean) =>
    jobs.filter((job) => [0, 6].includes(job.queuedAt!.getUTCDay()) === weekend).length / (weekend ? 2 : 5)
  expect(perDay(JOBS, true) / perDay(JOBS, false)).toBeLessThan(0.6)
  expect(perDay(jobsOf('ci-build'), true) / perDay(jobsOf('ci-build'), false)).toBeLessThan(0.1)
})

test('the nightly run gets slower by 0.6 % a day', () => {
  const jobs = jobsOf('orders-nightly-etl')
  const mean = (some: JobEvent[]) => sum(some.map((job) => Math.log(durationMs(job)))) / some.length
  const done = jobs.filter((job) => job.status === 'SUCCEEDED')
  const late = mean(done.filter((job) => daysAgo(job) <= 20))
  const early = mean(done.filter((job) => daysAgo(job) >= 70))
  expect((late - early) / 70).toBeCloseTo(0.006, 3)
})

test('before the history begins nothing of the story has happened yet', () => {
  const month = [...plannedBetween({ seed: 1906, start: NOW.getTime() }, TODAY - 200 * DAY, TODAY - 170 * DAY)]
  const medianOf = (pipeline: string) =>
    median(month.filter((job) => job.pipeline === pipeline).map((job) => job.fullRunMs))
  expect(medianOf('orders-nightly-etl') / (24 * 60_000)).toBeCloseTo(1, 1)
  expect(medianOf('invoice-extraction') / 34_000).toBeCloseTo(1, 1)
  expect(month.flatMap((job) => job.attempts).filter(({ error }) => error?.includes('db-primary-2'))).toEqual([])
})

test('run times of invoice extraction rise with release 2.8.0', () => {
  const jobs = jobsOf('invoice-extraction')
  const after = jobs.filter((job) => job.labels.release === '2.8.0')
  const before = jobs.filter((job) => job.labels.release === '2.7.0')
  expect(medianRun(after) / medianRun(before)).toBeGreaterThan(1.4)
  expect(Math.max(...after.map(daysAgo))).toBe(31)
  expect(Math.min(...before.map(daysAgo))).toBe(31)
})

test('the incident: three pipelines fail for five hours with one kind of error', () => {
  const hit = JOBS.filter((job) => job.error?.includes('db-primary-2.internal'))
  expect(new Set(hit.map((job) => job.pipeline)).size).toBe(3)
  expect(new Set(hit.map((job) => job.error)).size).toBe(hit.length)
  const from = TODAY - 12 * DAY + 10 * 3_600_000
  const inside = JOBS.filter((job) => {
    const into = job.queuedAt!.getTime() - from
    return hit.some((one) => one.pipeline === job.pipeline) && into >= 0 && into < 5 * 3_600_000
  })
  expect(inside.length).toBeGreaterThan(30)
  expect(failed(inside)).toBeGreaterThan(0.6)
  expect(failed(jobsOf('fraud-scoring'))).toBeLessThan(0.02)
})

test('the cost spike: one day of training costs at least four times the usual', () => {
  const costs = new Map<number, number>()
  for (const job of jobsOf('model-training')) {
    costs.set(daysAgo(job), (costs.get(daysAgo(job)) ?? 0) + (job.cost?.amount ?? 0))
  }
  const usual = median([...costs.values()])
  expect(costs.get(19)! / usual).toBeGreaterThan(4)
  expect([...costs].filter(([, amount]) => amount > 3 * usual).map(([day]) => day)).toEqual([19])
})

test('jobs report labels, metrics and cost', () => {
  const sweep = jobsOf('strategy-sweep').filter((job) => job.status === 'SUCCEEDED')
  for (const job of sweep) expect(Object.keys(job.metrics).sort()).toEqual(['max_drawdown', 'sharpe_ratio', 'trades'])
  expect(new Set(sweep.map((job) => job.labels.strategy)).size).toBe(4)
  expect(sum(JOBS.map((job) => job.cost?.amount ?? 0))).toBeGreaterThan(1000)
  expect(new Set(JOBS.map((job) => job.trigger))).toEqual(new Set(['schedule', 'push', 'manual', 'api', 'webhook']))
})

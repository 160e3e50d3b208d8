import { expect, test } from 'vitest'
import { isFinished, type JobEvent } from '../ingest/index.ts'
import { beginFeed, stepFeed, type FeedState } from './feed-step.ts'
import { demoHistory } from './history.ts'

const START = Date.UTC(2026, 10, 20, 10, 55)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WORLD = { seed: 1906, start: START }

/** A fake clock: what the feed reports in steps of a second from `from` to `to`, with the moment of each report. */
function run(state: FeedState, from: number, to: number) {
  const reports: { at: number; event: JobEvent }[] = []
  for (let at = from; at <= to; at += 1000) {
    const next = stepFeed(state, at)
    reports.push(...next.events.map((event) => ({ at, event })))
    state = next.state
  }
  return { state, reports }
}

const name = (event: JobEvent) => `${event.pipeline}/${event.externalId}/${event.attempt}`
/** What is known after all events, in order. */
const known = (events: JobEvent[]) => new Map(events.map((event) => [name(event), event]))
const unfinished = (events: JobEvent[]) => [...known(events).values()].filter((event) => !isFinished(event.status))

test('something changes every one to three seconds, and jobs begin, start and end', () => {
  const begun = stepFeed(beginFeed(WORLD, START, []), START).state
  const { reports } = run(begun, START + 1000, START + HOUR)
  const seconds = new Set(reports.map((report) => report.at))
  expect(3600 / seconds.size).toBeLessThan(3)
  expect(reports.length / 3600).toBeLessThan(3)
  const times = [...seconds, START + HOUR].sort((a, b) => a - b)
  expect(Math.max(...times.slice(1).map((at, index) => at - times[index]!))).toBeLessThan(15_000)
  for (const status of ['QUEUED', 'RUNNING', 'SUCCEEDED']) {
    const times = new Set(
      reports.filter((report) => report.event.status === status).map((report) => name(report.event)),
    )
    expect(times.size).toBeGreaterThan(100)
  }
})

test('what an hour of feed starts, it finishes', () => {
  const begun = stepFeed(beginFeed(WORLD, START, []), START).state
  const hour = run(begun, START + 1000, START + HOUR)
  const later = stepFeed(hour.state, START + 12 * HOUR)
  const events = [...hour.reports.map((report) => report.event), ...later.events]
  const early = unfinished(events).filter((event) => event.queuedAt!.getTime() <= START + HOUR)
  expect(early).toEqual([])
})

test('events of an attempt come in order, and progress only grows', () => {
  const { reports } = run(beginFeed(WORLD, START, []), START, START + 30 * MINUTE)
  const last = new Map<string, JobEvent>()
  for (const { event } of reports) {
    const before = last.get(name(event))
    last.set(name(event), event)
    if (!before) continue
    expect(isFinished(before.status)).toBe(false)
    for (const [metric, value] of Object.entries(before.metrics)) {
      expect(event.metrics[metric]).toBeGreaterThanOrEqual(value)
    }
    expect(event.cost?.amount ?? 0).toBeGreaterThanOrEqual(before.cost?.amount ?? 0)
  }
})

test('the feed goes on where history ended', () => {
  const history = [...demoHistory(WORLD.seed, new Date(START))]
  const open = unfinished(history)
  expect(open.length).toBeGreaterThan(0)
  const feed = stepFeed(beginFeed(WORLD, START, []), START)
  const reported = known(feed.events)
  for (const event of open) expect(reported.get(name(event))).toEqual(event)
})

test('after a restart the feed finishes the jobs that were left, and fills the gap', () => {
  const left = unfinished([...demoHistory(WORLD.seed, new Date(START))])
  const back = START + 8 * HOUR
  const { events } = stepFeed(beginFeed(WORLD, back, asUnfinished(left)), back)
  const reported = known(events)
  for (const event of left) expect(isFinished(reported.get(name(event))!.status)).toBe(true)
  expect(events.filter((event) => event.queuedAt!.getTime() > START).length).toBeGreaterThan(1000)
})

test('after a month away the gap stays, but the jobs that were left are finished', () => {
  const left = unfinished([...demoHistory(WORLD.seed, new Date(START))])
  const back = START + 30 * 24 * HOUR
  const { events } = stepFeed(beginFeed(WORLD, back, asUnfinished(left)), back)
  const old = events.filter((event) => event.queuedAt!.getTime() < back - 24 * HOUR)
  expect(old.map(name)).toEqual(expect.arrayContaining(left.map(name)))
  expect(unfinished(old)).toEqual([])
  expect(new Set(old.map((event) => event.externalId)).size).toBe(left.length)
})

test('unfinished jobs of somebody else are left alone', () => {
  const foreign = [
    { pipeline: 'mine', externalId: '1', at: new Date(START) },
    { pipeline: 'ci-build', externalId: '20261101-120000-00', at: new Date(START - 30 * 24 * HOUR) },
  ]
  expect(beginFeed(WORLD, START, foreign).open).toEqual([])
})

function asUnfinished(events: JobEvent[]) {
  return events.map(({ pipeline, externalId, queuedAt }) => ({ pipeline, externalId, at: queuedAt! }))
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { JobEvent } from '../ingest/index.ts'
import { makeLog } from '../lib/log.ts'
import { beginFeed } from './feed-step.ts'
import { startFeed } from './feed.ts'

const START = Date.UTC(2026, 10, 20, 10, 55)
const state = () => beginFeed({ seed: 1906, start: START }, START, [])
const now = () => new Date()

beforeEach(() => vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

test('reports now and every second until it is stopped', async () => {
  const batches: JobEvent[][] = []
  const feed = startFeed({
    state: state(),
    now,
    log: makeLog(() => {}, now),
    record: async (it) => void batches.push(it),
  })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(batches.length).toBeGreaterThan(20)
  await feed.stop()
  const count = batches.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(batches).toHaveLength(count)
})

test('when the database is away it says so once, and loses nothing', async () => {
  const lines: string[] = []
  const events: JobEvent[] = []
  let away = true
  const record = async (batch: JobEvent[]) => {
    if (away) throw new Error('connection refused')
    events.push(...batch)
  }
  const feed = startFeed({ state: state(), now, log: makeLog((line) => lines.push(line), now), record })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('connection refused')
  away = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(lines).toHaveLength(2)
  expect(events.some((event) => event.queuedAt!.getTime() > START)).toBe(true)
  await feed.stop()
})

test('stop waits for the report that is under way', async () => {
  let done = false
  const record = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    done = true
  }
  const feed = startFeed({ state: state(), now, log: makeLog(() => {}, now), record })
  await vi.advanceTimersByTimeAsync(10)
  const stopped = feed.stop()
  await vi.advanceTimersByTimeAsync(300)
  await stopped
  expect(done).toBe(true)
})

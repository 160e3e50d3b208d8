import { expect, test } from 'vitest'
import { timelineLayout, type TimelineAttempt } from './timeline-layout.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 14) + seconds * 1000).toISOString()
const now = (seconds: number) => Date.parse(at(seconds))
const attempt = (part: Partial<TimelineAttempt>): TimelineAttempt => ({
  number: 1,
  queuedAt: null,
  startedAt: null,
  finishedAt: null,
  finished: true,
  ...part,
})

test('a finished job fills its axis', () => {
  const layout = timelineLayout([attempt({ queuedAt: at(0), startedAt: at(25), finishedAt: at(100) })], now(500))
  expect(layout).toEqual({
    from: now(0),
    to: now(100),
    rows: [
      {
        number: 1,
        queue: { startPct: 0, widthPct: 25, ms: 25_000, growing: false },
        run: { startPct: 25, widthPct: 75, ms: 75_000, growing: false },
      },
    ],
  })
})

test('attempts share one axis', () => {
  const layout = timelineLayout(
    [
      attempt({ number: 1, startedAt: at(0), finishedAt: at(20) }),
      attempt({ number: 2, startedAt: at(60), finishedAt: at(100) }),
    ],
    now(500),
  )
  expect(layout?.rows.map(({ queue, run }) => [queue, run?.startPct, run?.widthPct])).toEqual([
    [null, 0, 20],
    [null, 60, 40],
  ])
})

test('what goes on grows until now', () => {
  const running = [attempt({ queuedAt: at(0), startedAt: at(10), finished: false })]
  expect(timelineLayout(running, now(20))?.rows[0]?.run).toMatchObject({ widthPct: 50, ms: 10_000, growing: true })
  expect(timelineLayout(running, now(40))?.rows[0]?.run).toMatchObject({ widthPct: 75, ms: 30_000, growing: true })
  const queued = [attempt({ queuedAt: at(0), finished: false })]
  expect(timelineLayout(queued, now(5))?.rows[0]).toMatchObject({ queue: { ms: 5000, growing: true }, run: null })
})

test('a clock behind the server shows nothing negative', () => {
  const layout = timelineLayout([attempt({ startedAt: at(10), finished: false })], now(0))
  expect(layout?.rows[0]?.run).toEqual({ startPct: 0, widthPct: 100, ms: 0, growing: true })
})

test('a job cancelled in the queue was queued until its end', () => {
  const layout = timelineLayout([attempt({ queuedAt: at(0), finishedAt: at(30) })], now(90))
  expect(layout?.rows[0]).toMatchObject({ queue: { ms: 30_000, growing: false }, run: null })
})

test('only an end is known', () => {
  expect(timelineLayout([attempt({ finishedAt: at(30) })], now(90))?.rows).toEqual([
    { number: 1, queue: null, run: null },
  ])
})

test('no moment is known', () => {
  expect(timelineLayout([attempt({})], now(0))).toBeNull()
})

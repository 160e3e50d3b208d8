import { expect, test } from 'vitest'

import { benchmarkRun, type RunHistory } from './benchmark-run.ts'

/** Every hour for some weeks: a minute each, three minutes on Sundays (0) and at 3, and ten where both meet. */
function hourly(weeks: number): RunHistory {
  const hours = Array.from({ length: weeks * 7 * 24 }, (_, i) => ({ weekday: Math.floor(i / 24) % 7, hour: i % 24, i }))
  return {
    weekday: hours.map(({ weekday }) => weekday),
    hour: hours.map(({ hour }) => hour),
    duration: hours.map(({ weekday, hour, i }) => {
      const minutes = weekday === 0 ? (hour === 3 ? 10 : 3) : hour === 3 ? 3 : 1
      return minutes * 60_000 * (1 + ((i * 7919) % 11) / 100)
    }),
    queue: hours.map(({ i }) => (i * 31) % 900),
  }
}

test('compared with the same weekday and hour', () => {
  const result = benchmarkRun({ weekday: 0, hour: 3, duration: 620_000, queue: 400 }, hourly(12))!
  expect(result.duration).toMatchObject({ verdict: 'NORMAL', comparedWith: { weekday: 0, hour: 3, count: 12 } })
  const early = benchmarkRun({ weekday: 1, hour: 5, duration: 620_000, queue: 400 }, hourly(12))!
  expect(early.duration).toMatchObject({ verdict: 'SLOW', percentile: 100, pValue: 2 / 13 })
})

test('falls back to the hour, then to all', () => {
  const run = { weekday: 1, hour: 3, duration: 185_000, queue: 400 }
  expect(benchmarkRun(run, hourly(3))!.duration).toMatchObject({
    verdict: 'NORMAL',
    comparedWith: { weekday: null, hour: 3, count: 21 },
  })
  expect(benchmarkRun(run, hourly(1))!.duration.comparedWith).toEqual({ weekday: null, hour: null, count: 168 })
})

test('a slow queue is not a slow job', () => {
  const result = benchmarkRun({ weekday: 1, hour: 5, duration: 61_000, queue: 90_000 }, hourly(12))!
  expect(result.duration.verdict).toBe('NORMAL')
  expect(result.queue!.verdict).toBe('SLOW')
})

test('unknown queue times', () => {
  const history = hourly(12)
  const unknown = { ...history, queue: Array.from(history.queue, () => NaN) }
  const run = { weekday: 1, hour: 5, duration: 61_000, queue: 1 }
  expect(benchmarkRun(run, unknown)!.queue).toBeNull()
  expect(benchmarkRun({ ...run, queue: NaN }, history)!.queue).toBeNull()
})

test('too few runs, and what is no duration', () => {
  const few = { weekday: [1], hour: [5], duration: [60_000], queue: [0] }
  expect(benchmarkRun({ weekday: 1, hour: 5, duration: 1, queue: 0 }, few)).toBeNull()
  expect(() => benchmarkRun({ weekday: 1, hour: 5, duration: NaN, queue: 0 }, hourly(12))).toThrow('NaN')
})

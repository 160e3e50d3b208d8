import { expect, test } from 'vitest'
import { waitMs } from './delay.ts'

const lastAt = new Date('2026-11-20T10:00:00Z')
const after = (ms: number) => new Date(lastAt.getTime() + ms)

test.each([
  [0, 0],
  [4, 0],
  [5, 1_000],
  [6, 2_000],
  [7, 4_000],
  [10, 32_000],
  [11, 60_000],
  [12, 60_000],
  [5_000, 60_000],
])('after %i failures one waits %i ms', (failures, delay) => {
  expect(waitMs({ failures, lastAt }, lastAt)).toBe(delay)
  expect(waitMs({ failures, lastAt }, after(delay))).toBe(0)
  if (delay > 0) expect(waitMs({ failures, lastAt }, after(delay - 1))).toBe(1)
})

test('after an hour failures are forgotten', () => {
  expect(waitMs({ failures: 100, lastAt }, after(3_600_000))).toBe(0)
})

test('a clock that was set back does not wait longer than a minute for long', () => {
  expect(waitMs({ failures: 100, lastAt }, after(-1_000))).toBe(61_000)
})

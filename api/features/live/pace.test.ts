import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePace } from './pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function counted(takesMs = 0) {
  let count = 0
  const work = async () => {
    count++
    await new Promise((resolve) => setTimeout(resolve, takesMs))
  }
  return { ...makePace(work, 1_000), count: () => count }
}

test('the first time at once, then once a second', async () => {
  const pace = counted()
  pace.ask()
  await vi.advanceTimersByTimeAsync(1)
  expect(pace.count()).toBe(1)
  for (let i = 0; i < 30; i++) {
    pace.ask()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(pace.count()).toBe(4)
})

test('what is asked for while it is being done is done after that', async () => {
  const pace = counted(1_500)
  pace.ask()
  await vi.advanceTimersByTimeAsync(100)
  pace.ask()
  pace.ask()
  await vi.advanceTimersByTimeAsync(1_300)
  expect(pace.count()).toBe(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(pace.count()).toBe(2)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(pace.count()).toBe(2)
})

test('at a later moment, in place of the one before, and beyond what a timer can wait for', async () => {
  const pace = counted()
  pace.askIn(500)
  pace.askIn(5_000)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(pace.count()).toBe(0)
  await vi.advanceTimersByTimeAsync(4_001)
  expect(pace.count()).toBe(1)
  pace.askIn(40 * 86_400_000)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(pace.count()).toBe(1)
})

test('never after it was stopped', async () => {
  const pace = counted()
  pace.ask()
  pace.askIn(100)
  pace.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(pace.count()).toBe(0)
})

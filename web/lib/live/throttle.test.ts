import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeThrottle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Counts runs; each lasts `lastsMs`. */
function counted(lastsMs: number) {
  const starts: number[] = []
  const begun = performance.now()
  const run = () => {
    starts.push(performance.now() - begun)
    return new Promise<void>((done) => setTimeout(done, lastsMs))
  }
  return { starts, run }
}

test('runs at once, then at most once per interval', async () => {
  const { starts, run } = counted(10)
  const throttle = makeThrottle(run, 1000)
  for (let at = 0; at < 2500; at += 100) {
    throttle.request()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(starts).toEqual([0, 1000, 2000])
})

test('a request during a run leads to one more, and never overlaps it', async () => {
  const { starts, run } = counted(3000)
  const throttle = makeThrottle(run, 1000)
  throttle.request()
  await vi.advanceTimersByTimeAsync(500)
  throttle.request()
  throttle.request()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(starts).toEqual([0, 3000])
})

test('a person does not wait for the interval, only for the run that is going on', async () => {
  const { starts, run } = counted(100)
  const throttle = makeThrottle(run, 10_000)
  throttle.request()
  await vi.advanceTimersByTimeAsync(50)
  throttle.hurry()
  await vi.advanceTimersByTimeAsync(450)
  throttle.request()
  throttle.hurry()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(starts).toEqual([0, 100, 500])
})

test('the last request is never lost', async () => {
  const { starts, run } = counted(10)
  const throttle = makeThrottle(run, 1000)
  throttle.request()
  await vi.advanceTimersByTimeAsync(100)
  throttle.request()
  await vi.advanceTimersByTimeAsync(5000)
  expect(starts).toEqual([0, 1000])
})

test('holds back while hidden and catches up once', async () => {
  const { starts, run } = counted(10)
  const throttle = makeThrottle(run, 1000)
  throttle.hold(true)
  throttle.request()
  throttle.request()
  await vi.advanceTimersByTimeAsync(5000)
  expect(starts).toEqual([])
  throttle.hold(false)
  await vi.advanceTimersByTimeAsync(5000)
  expect(starts).toEqual([5000])
})

test('a failed run does not stop the next one', async () => {
  let runs = 0
  const throttle = makeThrottle(() => {
    runs += 1
    return runs === 1 ? Promise.reject(new Error('lost')) : Promise.resolve()
  }, 1000)
  throttle.request()
  throttle.request()
  await vi.advanceTimersByTimeAsync(3000)
  expect(runs).toBe(2)
})

test('nothing runs after the stop', async () => {
  const { starts, run } = counted(10)
  const throttle = makeThrottle(run, 1000)
  throttle.request()
  throttle.request()
  throttle.stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(starts).toEqual([0])
})

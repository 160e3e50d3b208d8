import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePlaces } from './places.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('there are as many places as the limit says, for each group', async () => {
  const places = makePlaces(1_000)
  const first = await places.take(1, 2)
  await places.take(1, 2)
  expect(await places.take(2, 1)).toBeTruthy()
  expect([places.running(1), places.running(2), places.running(3)]).toEqual([2, 1, 0])
  const third = places.take(1, 2)
  first!()
  first!()
  expect(await third).toBeTruthy()
  expect(places.running(1)).toBe(2)
})

test('who waits longest is first', async () => {
  const places = makePlaces(1_000)
  const leave = await places.take(1, 1)
  const order: string[] = []
  const second = places.take(1, 1).then((leave) => (order.push('second'), leave))
  const third = places.take(1, 1).then((leave) => (order.push('third'), leave))
  leave!()
  ;(await second)!()
  ;(await third)!()
  expect(order).toEqual(['second', 'third'])
  expect(places.running(1)).toBe(0)
})

test('nobody waits for ever', async () => {
  const places = makePlaces(1_000)
  const leave = await places.take(1, 1)
  const late = places.take(1, 1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await late).toBeNull()
  leave!()
  expect(places.running(1)).toBe(0)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openMailbox } from './mailbox.ts'

interface Item {
  id: string
  n: number
}

function open(options: Partial<Parameters<typeof openMailbox<Item>>[0]> = {}) {
  return openMailbox<Item>({ keyOf: (item) => item.id, capacity: 3, overflow: () => new Error('full'), ...options })
}

test('gives out values in order, and only the newest about one thing', async () => {
  const { put, values } = open()
  put({ id: 'a', n: 1 })
  put({ id: 'b', n: 1 })
  put({ id: 'a', n: 2 })
  expect(await values.next()).toEqual({ value: { id: 'a', n: 2 }, done: false })
  expect(await values.next()).toEqual({ value: { id: 'b', n: 1 }, done: false })
})

test('a reader that waits gets the next value at once', async () => {
  const { put, values } = open()
  const [first, second] = [values.next(), values.next()]
  put({ id: 'a', n: 1 })
  put({ id: 'a', n: 2 })
  expect([await first, await second].map(({ value }) => value)).toEqual([
    { id: 'a', n: 1 },
    { id: 'a', n: 2 },
  ])
})

test('a reader that is too slow gets the error as the last value, and nothing is kept', async () => {
  const onClose = vi.fn()
  const { put, values } = open({ onClose })
  for (let n = 0; n < 100_000; n++) put({ id: String(n), n })
  expect(onClose).toHaveBeenCalledTimes(1)
  expect(await values.next()).toEqual({ value: new Error('full'), done: false })
  expect(await values.next()).toEqual({ value: undefined, done: true })
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('returning ends it: who waits is told so, and later values are dropped', async () => {
  const onClose = vi.fn()
  const { put, fail, values } = open({ onClose, intervalMs: 5 })
  put({ id: 'a', n: 1 })
  await values.next()
  const waiting = values.next()
  await values.return!()
  expect(await waiting).toEqual({ value: undefined, done: true })
  put({ id: 'a', n: 2 })
  fail(new Error('late'))
  expect(await values.next()).toEqual({ value: undefined, done: true })
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('keeps a distance between values, and joins what comes in between', async () => {
  const { put, values } = open({ intervalMs: 60, join: (a, b) => ({ id: a.id, n: a.n + b.n }) })
  put({ id: 'a', n: 1 })
  const start = performance.now()
  expect((await values.next()).value).toEqual({ id: 'a', n: 1 })
  expect(performance.now() - start).toBeLessThan(50)
  put({ id: 'a', n: 10 })
  await sleep(10)
  put({ id: 'a', n: 100 })
  expect((await values.next()).value).toEqual({ id: 'a', n: 110 })
  expect(performance.now() - start).toBeGreaterThanOrEqual(58)
})

test('an error does not wait for the distance', async () => {
  const { put, fail, values } = open({ intervalMs: 60_000 })
  put({ id: 'a', n: 1 })
  await values.next()
  put({ id: 'a', n: 2 })
  fail(new Error('over'))
  expect((await values.next()).value).toEqual(new Error('over'))
})

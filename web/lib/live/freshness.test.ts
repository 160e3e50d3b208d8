import { expect, test } from 'vitest'
import { makeFreshness } from './freshness.ts'

test('the oldest of all data counts', () => {
  const freshness = makeFreshness()
  expect(freshness.summary()).toEqual({ oldest: null, failed: false })
  freshness.note('a', { answeredAt: 2, failed: false, retry: () => {} })
  freshness.note('b', { answeredAt: 1, failed: false, retry: () => {} })
  expect(freshness.summary().oldest).toBe(1)
  freshness.note('b', null)
  expect(freshness.summary().oldest).toBe(2)
})

test('only what failed is asked again', () => {
  const freshness = makeFreshness()
  const asked: string[] = []
  freshness.note('a', { answeredAt: 1, failed: false, retry: () => asked.push('a') })
  freshness.note('b', { answeredAt: 1, failed: true, retry: () => asked.push('b') })
  expect(freshness.summary().failed).toBe(true)
  freshness.retry()
  expect(asked).toEqual(['b'])
})

test('listeners hear every note until they stop', () => {
  const freshness = makeFreshness()
  let heard = 0
  const stop = freshness.onNote(() => (heard += 1))
  freshness.note('a', null)
  stop()
  freshness.note('a', null)
  expect(heard).toBe(1)
})

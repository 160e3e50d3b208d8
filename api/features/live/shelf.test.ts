import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Change } from './answer-rules.ts'
import type { Entry } from './entry.ts'
import { makeShelf } from './shelf.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened() {
  const shelf = makeShelf<Change>()
  const closed: string[] = []
  const watched = new Map<string, (isWatched: boolean) => void>()
  const find = (key: string, organizationId = 1) =>
    shelf.find(key, organizationId, (onWatched): Entry<Change> => {
      watched.set(key, onWatched)
      const nothing = { changeSince: () => null, watch: () => () => {}, noteChange: () => {}, revision: () => 0 }
      return { id: key, ...nothing, close: () => void closed.push(key) }
    })
  return { find, closed, watch: (key: string, isWatched: boolean) => watched.get(key)!(isWatched) }
}

test('the same key is the same entry, until a minute after the last one watched it', () => {
  const { find, closed, watch } = opened()
  const entry = find('a')
  watch('a', true)
  vi.advanceTimersByTime(3_600_000)
  expect(find('a')).toBe(entry)
  watch('a', false)
  vi.advanceTimersByTime(59_000)
  expect(find('a')).toBe(entry)
  watch('a', true)
  watch('a', false)
  vi.advanceTimersByTime(60_000)
  expect(closed).toEqual(['a'])
  expect(find('a')).not.toBe(entry)
})

test('of those that nobody watches a hundred stay', () => {
  const { find, closed, watch } = opened()
  find('watched')
  watch('watched', true)
  for (let number = 0; number < 103; number++) find(`${number}`)
  expect(closed).toEqual(['0', '1', '2'])
})

test('an organization has a thousand, whatever others have', () => {
  const { find, watch } = opened()
  for (let number = 0; number < 1_000; number++) {
    find(`${number}`)
    watch(`${number}`, true)
  }
  expect(() => find('one more')).toThrow('watches 1000 different questions')
  expect(() => find('one more', 2)).not.toThrow()
  expect(() => find('7')).not.toThrow()
})

import { createClient } from 'graphql-ws'
import { expect, test, vi } from 'vitest'
import { makeWatchers } from './watchers.ts'

const client = () => createClient({ url: 'ws://nowhere' })
const watcher = () => {
  const end = vi.fn()
  return { begin: vi.fn(() => end), end }
}

test('a watcher that comes before the client begins with it', () => {
  const watchers = makeWatchers()
  const early = watcher()
  watchers.add(early.begin)
  expect(early.begin).not.toHaveBeenCalled()
  const first = client()
  watchers.run(first)
  expect(early.begin).toHaveBeenCalledExactlyOnceWith(first)
})

test('a watcher that comes later begins at once, and ends once', () => {
  const watchers = makeWatchers()
  const stop = watchers.run(client())
  const late = watcher()
  const remove = watchers.add(late.begin)
  expect(late.begin).toHaveBeenCalledOnce()
  remove()
  stop()
  expect(late.end).toHaveBeenCalledOnce()
})

test('watchers go on with the next client', () => {
  const watchers = makeWatchers()
  const lasting = watcher()
  watchers.add(lasting.begin)
  watchers.run(client())()
  expect(lasting.end).toHaveBeenCalledOnce()
  const second = client()
  watchers.run(second)
  expect(lasting.begin).toHaveBeenLastCalledWith(second)
})

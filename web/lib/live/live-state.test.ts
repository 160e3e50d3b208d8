import { expect, test } from 'vitest'
import { initialLiveState, nextLiveState, type LiveEvent } from './live-state.ts'

const after = (...types: LiveEvent['type'][]) =>
  types.reduce((state, type) => nextLiveState(state, { type }), initialLiveState(true))

test('nothing is live before it is acknowledged', () => {
  expect(after().status).toBe('reconnecting')
  expect(after().wasConnected).toBe(false)
  expect(initialLiveState(false).status).toBe('offline')
})

test('it is live, lost, and live again', () => {
  expect(after('connected').status).toBe('live')
  expect(after('connected', 'lost').status).toBe('reconnecting')
  expect(after('connected', 'lost', 'connected')).toMatchObject({ status: 'live', reconnects: 1 })
})

test('the first connection is no reconnect', () => {
  expect(after('connected').reconnects).toBe(0)
  expect(after('lost', 'connected').reconnects).toBe(0)
})

test('the network goes and comes back', () => {
  expect(after('connected', 'offline').status).toBe('offline')
  expect(after('connected', 'offline', 'online').status).toBe('reconnecting')
  expect(after('connected', 'offline', 'online', 'connected')).toMatchObject({ status: 'live', reconnects: 1 })
})

test('a socket that works is believed before the browser', () => {
  expect(after('offline', 'connected').status).toBe('live')
})

test('an event that changes nothing makes no new state', () => {
  const live = after('connected')
  expect(nextLiveState(live, { type: 'connected' })).toBe(live)
  expect(nextLiveState(live, { type: 'online' })).toBe(live)
  const lost = after('connected', 'lost')
  expect(nextLiveState(lost, { type: 'lost' })).toBe(lost)
})

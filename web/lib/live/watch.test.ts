import { parse } from 'graphql'
import type { Client, Sink } from 'graphql-ws'
import type { TypedDocumentNode } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watch } from './watch.ts'

// Parsed, not tagged: it is no question to our own schema.
const document: TypedDocumentNode<{ count: number }, { since: string | null }> = parse(
  'subscription Count($since: String) { count(since: $since) }',
)

/** A client that keeps what it is asked, and lets the test answer. */
function heldClient() {
  const asked: { payload: unknown; sink: Sink; ended: boolean }[] = []
  const client: Pick<Client, 'subscribe'> = {
    subscribe(payload, sink) {
      const one = { payload, sink: sink as Sink, ended: false }
      asked.push(one)
      return () => {
        one.ended = true
      }
    },
  }
  return { client, asked }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the variables are those of the moment in which it is sent', () => {
  const { client, asked } = heldClient()
  let since: string | null = null
  const told = vi.fn()
  watch(client, { document, variables: () => ({ since }), told, refused: vi.fn() })
  const sent = () => JSON.parse(JSON.stringify(asked[0]?.payload)).variables
  expect(sent()).toEqual({ since: null })
  asked[0]?.sink.next({ data: { count: 7 } })
  since = 'r7'
  expect(told).toHaveBeenCalledWith({ count: 7 })
  expect(sent()).toEqual({ since: 'r7' })
})

test('a refusal is told, and it is tried again', () => {
  const { client, asked } = heldClient()
  const refused = vi.fn()
  watch(client, { document, variables: () => ({ since: null }), told: vi.fn(), refused })
  asked[0]?.sink.error([{ message: 'You may not.' }])
  expect(refused).toHaveBeenCalledWith('You may not.')
  vi.advanceTimersByTime(10_000)
  expect(asked).toHaveLength(2)
})

test('the end of the server is not the end', () => {
  const { client, asked } = heldClient()
  watch(client, { document, variables: () => ({ since: null }), told: vi.fn(), refused: vi.fn() })
  asked[0]?.sink.complete()
  vi.advanceTimersByTime(10_000)
  expect(asked).toHaveLength(2)
})

test('nothing is asked any more once it was ended', () => {
  const { client, asked } = heldClient()
  const end = watch(client, { document, variables: () => ({ since: null }), told: vi.fn(), refused: vi.fn() })
  end()
  expect(asked[0]?.ended).toBe(true)
  asked[0]?.sink.complete()
  vi.advanceTimersByTime(10_000)
  expect(asked).toHaveLength(1)
})

import { type DocumentNode, GraphQLError, parse } from 'graphql'
import { createSchema } from 'graphql-yoga'
import { expect, test, vi } from 'vitest'
import { share } from '../lib/shared.ts'
import { makeSubscribe } from './shared-results.ts'

/** How often the field was resolved. */
let resolved = 0
const schema = createSchema({
  typeDefs: `
    type Query { no: Boolean }
    type Event { name(times: Int): String }
    type Subscription { event(since: String): Event }`,
  resolvers: {
    Event: {
      name(event: { name: string }, { times = 1 }) {
        resolved++
        if (event.name === 'broken') throw new GraphQLError('It is broken.')
        return event.name.repeat(times)
      },
    },
    Subscription: {
      event: {
        subscribe: (_root: unknown, _args: unknown, { events }: { events: object[] }) => events.values(),
        resolve: (event: object) => event,
      },
    },
  },
})
const masked = vi.fn((error: unknown) => new GraphQLError(`Masked: ${(error as Error).message}`))
const subscribe = makeSubscribe({ check: () => null, maskError: masked })

/** The results of a subscription to these events. */
async function listen(events: object[], query: string, { variables = {}, permissions = ['read'] } = {}) {
  async function* stream() {
    yield* events
  }
  const context = { events: { values: stream }, viewer: { permissions: new Set(permissions) } }
  const args = { schema, document: read(query), variableValues: variables, contextValue: context }
  const results: unknown[] = []
  for await (const result of (await subscribe(args)) as AsyncIterable<unknown>) results.push(result)
  return results
}

/** The engine reads a text once. */
const documents = new Map<string, DocumentNode>()

function read(query: string): DocumentNode {
  const document = documents.get(query) ?? parse(query)
  documents.set(query, document)
  return document
}

const QUERY = 'subscription ($since: String, $times: Int) { event(since: $since) { name(times: $times) } }'

test('is the same object for all who ask for the same, wherever they began', async () => {
  const event = share({ name: 'a' })
  resolved = 0
  const [one] = await listen([event], QUERY, { variables: { since: '1' } })
  const [other] = await listen([event], QUERY, { variables: { since: '2' } })
  expect(one).toEqual({ data: { event: { name: 'a' } } })
  expect(other).toBe(one)
  expect(resolved).toBe(1)
})

test('is another one for who asks for other fields or values, or may do something else', async () => {
  const event = share({ name: 'a' })
  const [one] = await listen([event], QUERY)
  expect(await listen([event], QUERY, { variables: { times: 2 } })).toEqual([{ data: { event: { name: 'aa' } } }])
  expect(await listen([event], 'subscription { event { again: name } }')).toEqual([{ data: { event: { again: 'a' } } }])
  const [asAnother] = await listen([event], QUERY, { permissions: ['read', 'write'] })
  expect(asAnother).toEqual(one)
  expect(asAnother).not.toBe(one)
})

test('events that were not marked are answered for each', async () => {
  const event = { name: 'a' }
  resolved = 0
  const [one] = await listen([event], QUERY)
  const [other] = await listen([event], QUERY)
  expect(other).toEqual(one)
  expect(other).not.toBe(one)
  expect(resolved).toBe(2)
})

test('an error is masked once for all, and what comes after it is told too', async () => {
  const events = [share({ name: 'broken' }), share({ name: 'b' })]
  const results = await listen(events, QUERY)
  expect(JSON.parse(JSON.stringify(results))).toMatchObject([
    { errors: [{ message: 'Masked: It is broken.' }], data: { event: { name: null } } },
    { data: { event: { name: 'b' } } },
  ])
  expect(await listen(events, QUERY)).toEqual(results)
  expect(masked).toHaveBeenCalledTimes(1)
})

test('what cannot be subscribed to is told, and so is a source that fails, both masked', async () => {
  const args = { schema, document: parse(QUERY), contextValue: { viewer: { permissions: new Set() } } }
  expect(await subscribe(args as never)).toMatchObject({ errors: [{ message: expect.stringContaining('Masked: ') }] })
  async function* failing() {
    yield* []
    throw new Error('secret')
  }
  const contextValue = { ...args.contextValue, events: { values: failing } }
  const results = (await subscribe({ ...args, contextValue })) as AsyncIterator<unknown>
  await expect(results.next()).rejects.toThrow('Masked: secret')
})

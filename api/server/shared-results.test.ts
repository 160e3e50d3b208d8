import { GraphQLError } from 'graphql'
import { createSchema, createYoga } from 'graphql-yoga'
import { expect, test } from 'vitest'
import { share } from '../lib/shared.ts'
import { sharedResults } from './shared-results.ts'

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
const yoga = createYoga({ schema, plugins: [sharedResults as never], logging: false })

/** The results of a subscription to these events. */
async function listen(events: object[], query: string, { variables = {}, permissions = ['read'] } = {}) {
  async function* stream() {
    yield* events
  }
  const context = { events: { values: stream }, viewer: { permissions: new Set(permissions) } }
  const { parse, subscribe, contextFactory } = yoga.getEnveloped(context)
  const args = { schema, document: parse(query), variableValues: variables, contextValue: await contextFactory() }
  const results: unknown[] = []
  for await (const result of (await subscribe(args)) as AsyncIterable<unknown>) results.push(result)
  return results
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

test('an error is told to all, and what comes after it too', async () => {
  const results = await listen([share({ name: 'broken' }), share({ name: 'b' })], QUERY)
  expect(JSON.parse(JSON.stringify(results))).toMatchObject([
    { errors: [{ message: 'It is broken.' }], data: { event: { name: null } } },
    { data: { event: { name: 'b' } } },
  ])
})

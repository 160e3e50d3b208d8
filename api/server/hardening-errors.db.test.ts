import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDatabaseAway } from '../db/is-away.ts'
import { hardenedServer, type HardenedServer } from './testing-hardened.ts'

/** What the inside of the server looks like: no answer may show it. */
const INSIDE =
  /select |insert |relation|column "|postgres|syntax error at|node_modules|\.ts:\d|at async|ECONN|57P01|"stack"/i

let server: HardenedServer
beforeAll(async () => void (server = await hardenedServer({ production: false, introspection: false, origins: [] })))
afterAll(() => server.stop())

const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body }
  const response = await fetch(server.base + path, init)
  return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() }
}
const ask = (query: string, variables: object = {}) =>
  post('/graphql', JSON.stringify({ query, variables }), server.bearer)

describe('an error says what to do and nothing about the inside', () => {
  test('of a table that is not there', async () => {
    await server.owner`alter table pipelines rename to elsewhere`
    const { status, text } = await ask('{ pipelines { nodes { name } } }')
    await server.owner`alter table elsewhere rename to pipelines`
    expect(status).toBe(200)
    expect(text).toContain('Unexpected error.')
    expect(text).not.toMatch(INSIDE)
    expect(server.logged.splice(0).join()).toContain('does not exist')
  })

  test.each([
    ['{ job(id: "nonsense") { id } }', {}],
    ['query ($a: String) { jobs(after: $a) { totalCount } }', { a: "x' or 1=1 --" }],
    ['query ($f: JobFilter) { jobs(filter: $f) { totalCount } }', { f: { text: '\u0000' } }],
    [
      'query ($f: JobFilter) { jobs(filter: $f) { totalCount } }',
      { f: { range: { from: '+275760-09-13T00:00:00Z' } } },
    ],
    ['query ($q: MetricQuery!) { table(query: $q) { rows } }', { q: { dataset: "jobs'; drop", measures: ['"x"'] } }],
  ])('of values that are wrong: %s %j', async (query, variables) => {
    const { status, text } = await ask(query, variables)
    expect(status).toBeLessThan(500)
    expect(text).not.toMatch(INSIDE)
    expect(server.logged).toEqual([])
  })
})

describe('while the database is away', () => {
  test('the answer is 503 with a sentence, and 200 when it is back', async () => {
    expect((await ask('{ jobs { totalCount } }')).status).toBe(200)
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' })
    const { sql } = server.services
    // The key is remembered, so that this fails in a resolver.
    const fail = () => {
      const failed = Promise.reject(away)
      // Parts of statements are made by the same function, and nobody waits for those.
      failed.catch(() => {})
      return failed
    }
    server.services.sql = new Proxy(sql, { apply: fail })
    try {
      const { status, retryAfter, text } = await ask('{ jobs { totalCount } }')
      expect([status, retryAfter]).toEqual([503, '5'])
      expect(JSON.parse(text)).toMatchObject({
        errors: [
          {
            message: 'The database cannot be reached at the moment. Try again in a few seconds.',
            extensions: { code: 'UNAVAILABLE' },
          },
        ],
      })
      expect(text).not.toMatch(INSIDE)
    } finally {
      server.services.sql = sql
    }
    expect((await ask('{ jobs { totalCount } }')).status).toBe(200)
  })

  test.each([
    ['ECONNREFUSED', true],
    ['CONNECTION_CLOSED', true],
    ['CONNECT_TIMEOUT', true],
    ['EAI_AGAIN', true],
    ['57P01', true],
    ['57P03', true],
    ['53300', true],
    ['08006', true],
    ['57014', false],
    ['42P01', false],
    ['23505', false],
    ['EACCES', false],
  ])('%s: %s', (code, isAway) => expect(isDatabaseAway(Object.assign(new Error(), { code }))).toBe(isAway))

  test('what is no error of a database is none', () => {
    for (const error of [null, undefined, 'ECONNREFUSED', new Error('x')]) expect(isDatabaseAway(error)).toBe(false)
  })
})

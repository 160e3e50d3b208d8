import { buildSchema, extendSchema, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../schema/index.ts'
import { makeGuardedFetch } from '../lib/guarded-fetch.ts'
import { testServer, type TestServer } from '../server/testing.ts'
import { routesOf, verifyIsolation, type VerifyOptions } from './index.ts'

let server: TestServer
let options: VerifyOptions
beforeAll(async () => {
  server = await testServer()
  const { sql, owner, url, base, services } = server
  const { tokens, now } = services
  options = { sql, owner, tokens, url: base, schema, routes: await routesOf({ ...services, url }), now }
})
afterAll(() => server.stop())

test('organizations are apart, in everything that the schema and the server have', { timeout: 400_000 }, async () => {
  const report = await verifyIsolation(options)
  expect(report.findings).toEqual([])
  expect(report.clean).toBe(true)
  expect(report.notes).toEqual([])
  expect(report.fields).toEqual({ covered: report.fields.of, of: report.fields.of })
  expect(report.routes).toEqual({ covered: options.routes.length, of: options.routes.length })
  expect(server.logged).toEqual([])
})

test('a root field and an address that nobody has decided about are reported', { timeout: 60_000 }, async () => {
  const extended = extendSchema(schema, parse('extend type Query { everything(id: ID!): String }'))
  const report = await verifyIsolation({
    ...options,
    schema: extended,
    routes: [...options.routes, 'GET /export/everything.zip'],
    only: { fields: /everything/, parts: /^$/ },
  })
  expect(report.clean).toBe(false)
  expect(report.findings.map(({ where, what }) => `${where}: ${what.slice(0, 14)}`)).toEqual([
    'Query.everything: Is not covered',
    'GET /export/everything.zip: Is not covered',
  ])
})

test('a field that shows nothing of its own is reported: the check would be blind', { timeout: 60_000 }, async () => {
  const blind = buildSchema('type Query { jobs: Int }')
  const report = await verifyIsolation({ ...options, schema: blind, only: { fields: /jobs/, parts: /questions/ } })
  expect(report.findings.map(({ where, what }) => `${where}: ${what}`)).toContainEqual(
    expect.stringMatching(/^Query[.]jobs: No call brings anything/),
  )
})

test(
  'a server that does not reach the provider of the check says what was not tried',
  { timeout: 60_000 },
  async () => {
    server.services.fetch = makeGuardedFetch([])
    await server.stopServing()
    await server.serveAgain()
    const report = await verifyIsolation({ ...options, only: { fields: /viewer/, parts: /identity providers/ } })
    expect(report.findings).toEqual([])
    expect(report.notes).toEqual([
      expect.stringMatching(/^Signing in through identity providers was not tried: the server at .* does not reach/),
    ])
  },
)

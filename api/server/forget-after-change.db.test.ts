import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(() => server.stop())

test('whoever ends a key is not answered as if it still counted, also before the database tells', async () => {
  const { ask, base, owner } = server
  await owner`drop trigger tell_access_change on api_keys`
  const create = 'mutation { createApiKey(input: {name: "k", scopes: [READ_JOBS]}) { key apiKey { id } } }'
  const { key, apiKey } = (await ask(create)).data!['createApiKey'] as { key: string; apiKey: { id: string } }
  const status = async () => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
    return (await fetch(`${base}/graphql`, { method: 'POST', headers, body: '{"query":"{__typename}"}' })).status
  }
  expect(await status()).toBe(200)
  await ask('mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', { id: apiKey.id })
  expect(await status()).toBe(401)
})

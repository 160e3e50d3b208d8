import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(() => server.stop())

test('strangers who ask often share one statement', async () => {
  server.statements.length = 0
  const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${server.base}/readyz`)))
  for (const answer of answers) expect(answer.status).toBe(200)
  const probes = server.statements.filter((text) => text === 'select 1')
  expect(probes.length).toBeGreaterThan(0)
  expect(probes.length).toBeLessThan(50)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(() => server.stop())

test('strangers who ask often share one statement', async () => {
  // All connections are lent: whoever asks has to wait.
  const lent = await Promise.all(Array.from({ length: 10 }, () => server.sql.reserve()))
  server.statements.length = 0
  const asking = Promise.all(Array.from({ length: 50 }, () => fetch(`${server.base}/readyz`)))
  await sleep(500)
  for (const connection of lent) connection.release()
  for (const answer of await asking) expect(answer.status).toBe(200)
  const probes = server.statements.filter((text) => text === 'select 1')
  expect(probes.length).toBeGreaterThan(0)
  expect(probes.length).toBeLessThan(10)
})

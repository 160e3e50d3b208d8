import { request } from 'node:http'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ReservedSql } from '../db/client.ts'
import { testServer, type TestServer } from './testing.ts'

/** A client that goes away takes its statement with it, however it asked. */
const query = '{ table(query: { dataset: "jobs", measures: ["count"], range: { last: "P1D" } }) { rows } }'

let server: TestServer
let held: ReservedSql
beforeAll(async () => {
  server = await testServer()
  // Whoever reads the jobs waits for this lock.
  held = await server.owner.reserve()
  await held`begin`
  await held`lock table jobs in access exclusive mode`
})
afterAll(async () => {
  await held`rollback`
  held.release()
  await server.stop()
})

async function waiting(): Promise<number> {
  const [row] = await server.owner<{ count: number }[]>`
    select count(*) from pg_stat_activity
    where datname = current_database() and state = 'active' and query like '%/* table */%' and pid <> pg_backend_pid()`
  return row!.count
}

async function until(count: number) {
  const begun = performance.now()
  while ((await waiting()) !== count) {
    if (performance.now() - begun > 1_000)
      throw new Error(`After a second ${await waiting()} are waiting, not ${count}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Asks over HTTP, and returns what hangs up. */
function ask(accept: string): () => void {
  const headers = { ...server.bearer, 'Content-Type': 'application/json', Accept: accept }
  const sent = request(`${server.base}/graphql`, { method: 'POST', headers })
  sent.on('error', () => {})
  sent.end(JSON.stringify({ query }))
  return () => sent.destroy()
}

test.each(['application/json', 'application/json;q=0.9, */*;q=0.1'])('over HTTP, accepting %s', async (accept) => {
  // The second time it is a query that was compiled.
  for (let time = 0; time < 3; time++) {
    const hangUp = ask(accept)
    await until(1)
    hangUp()
    await until(0)
  }
  expect(server.logged).toEqual([])
})

test('several at once: only the one that was given up is stopped', async () => {
  const hangUps = [ask('*/*'), ask('*/*'), ask('*/*')]
  await until(3)
  hangUps[1]!()
  await until(2)
  hangUps[0]!()
  hangUps[2]!()
  await until(0)
})

test('over a socket: when the client ends the query, and when it goes', async () => {
  const client = createClient({
    url: `ws://127.0.0.1:${server.port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${server.key}` },
    retryAttempts: 0,
  })
  const sink = { next: () => {}, error: () => {}, complete: () => {} }
  const ends = client.subscribe({ query }, sink)
  client.subscribe({ query }, sink)
  await until(2)
  ends()
  await until(1)
  client.terminate()
  await until(0)
  expect(server.logged).toEqual([])
})

test('no more than eight of an organization run at once; one that waits too long is refused', async () => {
  const hangUps = Array.from({ length: 8 }, () => ask('*/*'))
  await until(8)
  const answer = await server.ask(query)
  expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'QUOTA_EXCEEDED' } })
  expect(answer.errors?.[0]?.message).toContain('has 8 tables and series under way')
  hangUps.forEach((hangUp) => hangUp())
  await until(0)
})

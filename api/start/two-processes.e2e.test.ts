import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { emptyDatabase } from '../db/testing.ts'
import { runCommand, startServer } from './testing-process.ts'

/** Two servers on one database, with an organization, a person and a key that may ask 100 times a minute. */
async function startTwo() {
  const folder = mkdtempSync(join(tmpdir(), 'tachograph-two-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const environment = { DATABASE_URL: await emptyDatabase(), TACHOGRAPH_DATA_DIR: folder }
  const run = async (args: string[], input?: string) => {
    const ended = await runCommand(args, environment, input)
    expect(ended).toMatchObject({ code: 0 })
    return ended.stdout.trim()
  }
  const first = await startServer(environment)
  const second = await startServer(environment)
  await run(['create-organization', 'Acme'])
  const person = ['--email', 'ada@example.com', '--name', 'Ada', '--role', 'owner', '--password-stdin']
  await run(['create-user', ...person], 'a long enough phrase')
  const key = await run(['create-key', '--name', 'bi', '--scope', 'read', '--requests-a-minute', '100'])
  const bases = [first, second].map(({ port }) => `http://127.0.0.1:${port}`)
  return { run, key, bases, servers: [first, second] }
}

const query = JSON.stringify({ query: '{ __typename }' })

test('limits, delays and revoked keys hold across processes', { timeout: 120_000 }, async () => {
  const { run, key, bases, servers } = await startTwo()
  const post = (base: string, path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${base}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body })
  const ask = async (base: string) => (await post(base, '/graphql', query, { Authorization: `Bearer ${key}` })).status

  // A limit is for a minute of the clock: all of them have to be within the same one.
  const second = new Date().getSeconds()
  if (second > 45) await new Promise((resolve) => setTimeout(resolve, (61 - second) * 1000))
  const statuses = await Promise.all(Array.from({ length: 300 }, (_, n) => ask(bases[n % 2]!)))
  expect(statuses.filter((status) => status === 200)).toHaveLength(100)
  expect(statuses.filter((status) => status === 429)).toHaveLength(200)

  // Five wrong passwords, some here and some there: the sixth has to wait, also where it is the right one.
  const signIn = (base: string, password: string) =>
    post(base, '/auth/sign-in', JSON.stringify({ email: 'ada@example.com', password }))
  for (let n = 0; n < 5; n++) expect((await signIn(bases[n % 2]!, 'wrong')).status).toBe(401)
  const delayed = await Promise.all(bases.map((base) => signIn(base, 'a long enough phrase')))
  expect(delayed.map(({ status }) => status)).toEqual([429, 429])

  await run(['revoke-key', '--name', 'bi'])
  for (const base of bases) await expect.poll(() => ask(base), { timeout: 1_000 }).toBe(401)
  for (const { child } of servers) child.kill('SIGTERM')
  for (const { ended } of servers) expect((await ended).code).toBe(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from './client.ts'
import { runLimited } from './limited.ts'
import { pieces, toStatement } from './pieces.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
let sql: Sql
beforeAll(async () => {
  database = await testDatabase()
  // One connection: what a statement leaves behind meets the next one.
  sql = connect(database.url, { max: 1 })
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

const never = new AbortController().signal
const sleep = (seconds: number) => toStatement(pieces`select pg_sleep(${seconds}::float8)::text`)

/** Statements that the server works on, but the one that asks. */
async function running(): Promise<number> {
  const [row] = await database.owner<{ count: number }[]>`
    select count(*) from pg_stat_activity
    where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`
  return row!.count
}

async function until(reached: () => Promise<boolean>, withinMs: number) {
  const begun = performance.now()
  while (!(await reached())) {
    if (performance.now() - begun > withinMs) throw new Error(`Not reached within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('rows come as arrays, and the settings are those of its connection alone', async () => {
  const settings = pieces`current_setting('statement_timeout'), current_setting('plan_cache_mode')`
  const asked = toStatement(pieces`select ${settings}, ${7}::integer`)
  for (let time = 0; time < 3; time++) {
    const rows = await runLimited(sql, asked, { timeoutMs: 1234, signal: never })
    expect(rows).toEqual([['1234ms', 'force_custom_plan', 7]])
    const [others] = await sql`select current_setting('statement_timeout'), current_setting('plan_cache_mode') as plans`
    expect(others).toEqual({ currentSetting: '0', plans: 'auto' })
  }
})

test('PostgreSQL stops it after its time, and the connection goes on', async () => {
  const limits = { timeoutMs: 50, signal: never }
  await expect(runLimited(sql, sleep(30), limits)).rejects.toMatchObject({ code: '57014' })
  expect(await runLimited(sql, sleep(0), limits)).toHaveLength(1)
})

test('when the signal aborts PostgreSQL stops it at once, again and again', async () => {
  for (let time = 0; time < 10; time++) {
    const gone = new AbortController()
    const answer = runLimited(sql, sleep(30), { timeoutMs: 60_000, signal: gone.signal })
    answer.catch(() => {})
    await until(async () => (await running()) === 1, 2_000)
    gone.abort()
    await expect(answer).rejects.toMatchObject({ code: '57014' })
    await until(async () => (await running()) === 0, 1_000)
  }
})

test('a signal that aborts at any moment stops nothing else', async () => {
  for (let time = 0; time < 200; time++) {
    const gone = new AbortController()
    const answer = runLimited(sql, sleep((time % 4) / 500), { timeoutMs: 60_000, signal: gone.signal })
    const settled = answer.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, time % 9))
    gone.abort()
    const next = toStatement(pieces`select pg_sleep(0.002)::text, ${time}::integer`)
    expect(await runLimited(sql, next, { timeoutMs: 60_000, signal: never })).toEqual([['', time]])
    await settled
  }
})

test('one that is withdrawn before it has a connection is never sent', async () => {
  const limits = { statement_timeout: '60000', plan_cache_mode: 'force_custom_plan' }
  const held = await sql.reserve(limits)
  const gone = new AbortController()
  const answer = runLimited(sql, sleep(30), { timeoutMs: 60_000, signal: gone.signal })
  gone.abort()
  held.release()
  await expect(answer).rejects.toBe(gone.signal.reason)
})

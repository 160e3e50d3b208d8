import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from '../client.ts'
import { testDatabase, type TestDatabase } from '../testing.ts'
import { type DriverOptions, openConnection, type Statement } from './connection.ts'

// An exception out of a timer of the driver fails the run, whichever test it comes from.
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.owner`create table kept (n int)`
})
afterEach(async () => void (await kept()))
afterAll(() => database.drop())

function pool(max: number): Sql {
  const sql = connect(database.url, { max })
  onTestFinished(() => sql.end({ timeout: 0 }))
  return sql
}

const pidOf = async (sql: Sql) => (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]!.pid
const kill = (pid: number) => database.owner`select pg_terminate_backend(${pid}, 5000)`
const kept = async () => (await database.owner<{ n: number }[]>`delete from kept returning n`).map(({ n }) => n).sort()
const lost = { code: expect.stringMatching(/^(CONNECTION_CLOSED|ECONNRESET|EPIPE)$/) }

test('a transaction whose connection ends during a statement is undone, and the next query works', async () => {
  const sql = pool(1)
  const work = sql.transaction(async (sql) => {
    await sql`insert into kept values (1)`
    const pid = await pidOf(sql)
    const sleep = sql`select pg_sleep(20)`
    await Promise.all([sleep, kill(pid)])
  })
  await expect(work).rejects.toMatchObject(lost)
  expect(await pidOf(sql)).toBeGreaterThan(0)
  expect(await kept()).toEqual([])
})

test('what is left of a transaction never runs outside of it', async () => {
  const sql = pool(1)
  const others: Promise<unknown>[] = []
  const work = sql.transaction(async (sql_) => {
    await sql_`insert into kept values (1)`
    await kill(await pidOf(sql_))
    // Somebody else waits for the only connection.
    others.push(sql`insert into kept values (10)`.execute())
    await new Promise((resolve) => setTimeout(resolve, 50))
    await sql_`insert into kept values (2)`
  })
  await expect(work).rejects.toMatchObject(lost)
  await Promise.all(others)
  expect(await kept()).toEqual([10])
})

test('nor do statements that were sent together', async () => {
  const sql = pool(1)
  const work = sql.transaction(async (sql) => {
    const pid = await pidOf(sql)
    const insert = (n: number) => sql`insert into kept values (${n})`
    await Promise.all([sql`select pg_sleep(20)`, insert(1), insert(2), kill(pid)])
  })
  await expect(work).rejects.toMatchObject(lost)
  expect(await pidOf(sql)).toBeGreaterThan(0)
  expect(await kept()).toEqual([])
})

test('a savepoint on a lost connection ends the transaction', async () => {
  const sql = pool(1)
  const work = sql.transaction(async (sql) => {
    const inner = sql.transaction(async (sql) => {
      await sql`insert into kept values (1)`
      await Promise.all([sql`select pg_sleep(20)`, kill(await pidOf(sql))])
    })
    await inner.catch(() => {})
    await sql`insert into kept values (2)`
  })
  await expect(work).rejects.toMatchObject(lost)
  expect(await kept()).toEqual([])
})

test('while connections are lost again and again, every answer is the answer to its question', async () => {
  const sql = pool(6)
  // As at the start of the server: the driver learns the types of arrays, once, on a connection that stays.
  await sql`select 1`
  let asking = true
  const wrong: unknown[] = []
  let [answered, committed] = [0, 0]
  const ask = async (start: number) => {
    for (let n = start; asking; n += 100) {
      const rows = await sql`select ${n}::int as n, ${'x'.repeat(n % 3000)} as padding`.catch(() => null)
      if (rows && rows[0]?.n !== n) wrong.push({ n, rows })
      if (rows) answered++
    }
  }
  const write = async (n: number) => {
    while (asking) {
      const work = sql.transaction(async (sql) => {
        await sql`insert into kept values (${n})`
        await sql`insert into kept values (${-n})`
      })
      // The number is read after the wait: the other writers count meanwhile.
      const added = await work.then(
        () => 1,
        () => 0,
      )
      committed += added
    }
  }
  const workers = [1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? ask(n) : write(n)))
  // On a busy machine it takes more rounds until enough came through between them.
  const isEnough = () => Math.min(answered, committed) > 20
  for (let round = 0; round < 20 || (!isEnough() && round < 200); round++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await database.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
  }
  asking = false
  await Promise.all(workers)
  expect(wrong).toEqual([])
  expect(isEnough()).toBe(true)
  const sums = await kept()
  // A commit whose answer was lost counts as failed.
  expect(sums.length).toBeGreaterThanOrEqual(2 * committed)
  expect(sums.reduce((sum, n) => sum + n, 0)).toBe(0)
})

test('what fails in the server, and is caught, still undoes the transaction', async () => {
  const sql = pool(1)
  const work = sql.transaction(async (sql) => {
    await sql`insert into kept values (1)`
    await sql`select 1 / 0`.catch(() => {})
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  const inside = sql.transaction(async (sql) => {
    await sql`insert into kept values (2)`
    await expect(sql.transaction((sql) => sql`select 1 / 0`)).rejects.toMatchObject({ code: '22012' })
  })
  await inside
  expect(await kept()).toEqual([2])
})

test('the end waits for what runs, and refuses what comes after', async () => {
  const sql = connect(database.url, { max: 1 })
  const running = sql`select 1 as n from pg_sleep(0.1)`.execute()
  const waiting = sql`select 2 as n`.execute()
  await sql.end()
  expect([await running, await waiting]).toEqual([[{ n: 1 }], [{ n: 2 }]])
  await expect(sql`select 3`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })
  await expect(sql.transaction((sql) => sql`select 3`)).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })
})

test('another program at the address is not asked for ever', async () => {
  const web = createServer()
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void web.close())
  const { port } = web.address() as AddressInfo
  const { options } = postgres(`postgres://ann@127.0.0.1:${port}/a`, { connect_timeout: 1 })
  const connection = openConnection(options as unknown as DriverOptions)
  const statement = postgres()`select 1` as unknown as Statement
  statement.handler = connection.execute
  await expect(statement).rejects.toMatchObject(lost)
  expect(connection.isLost()).toBe(true)
})

test('every connection that was greeted stays', async () => {
  const { options } = postgres(database.url, { connect_timeout: 0.5 })
  const connections = [1, 2].map(() => openConnection(options as unknown as DriverOptions))
  onTestFinished(() => void Promise.all(connections.map((connection) => connection.close())))
  for (const connection of connections) {
    const statement = postgres()`select 1` as unknown as Statement
    statement.handler = connection.execute
    await statement
  }
  await new Promise((resolve) => setTimeout(resolve, 2_700))
  expect(connections.map((connection) => connection.isLost())).toEqual([false, false])
})

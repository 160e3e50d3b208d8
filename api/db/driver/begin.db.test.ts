import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from '../client.ts'
import { testDatabase, type TestDatabase } from '../testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await database.owner`create table kept (n int primary key)`
})
beforeEach(async () => void (await database.owner`delete from kept`))
afterAll(() => database.drop())

function pool(max: number): Sql {
  const sql = connect(database.url, { max })
  onTestFinished(() => sql.end({ timeout: 0 }))
  return sql
}

const dividedByZero = { code: '22012' }
const kept = async () => (await database.owner<{ n: number }[]>`select n from kept order by n`).map(({ n }) => n)

/** Work that is still being prepared when another statement of its transaction fails: it sends its own once told to. */
function slowWork() {
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  let answer: Promise<unknown> | undefined
  const work = async (sql: Sql) => {
    await told
    answer = sql`insert into kept values (1)`.catch(({ message }: Error) => message)
  }
  const finish = async () => {
    tell()
    await expect.poll(() => answer).toBeDefined()
    return answer
  }
  return { work, finish }
}

test('what is still to be sent when a statement fails never runs', async () => {
  const sql = pool(1)
  const slow = slowWork()
  await expect(sql.transaction((sql) => Promise.all([slow.work(sql), sql`select 1 / 0`]))).rejects.toMatchObject(
    dividedByZero,
  )
  // Meanwhile somebody else has the connection.
  await sql.transaction(async (sql) => {
    await sql`insert into kept values (2)`
    expect(await slow.finish()).toBe('The transaction that this statement belongs to is over')
  })
  expect(await kept()).toEqual([2])
})

test('nor what a savepoint is still to send when it is undone', async () => {
  const slow = slowWork()
  await pool(1).transaction(async (sql) => {
    const inner = sql.transaction((sql) => Promise.all([slow.work(sql), sql`select 1 / 0`]))
    await expect(inner).rejects.toMatchObject(dividedByZero)
    await sql`insert into kept values (2)`
    expect(await slow.finish()).toMatch('is over')
  })
  expect(await kept()).toEqual([2])
})

test('nor what is sent when all is kept', async () => {
  let left: Sql | null = null
  await pool(1).transaction(async (sql) => {
    left = sql
    await sql`insert into kept values (1)`
  })
  await expect(left!`insert into kept values (2)`).rejects.toThrow('is over')
  expect(await kept()).toEqual([1])
})

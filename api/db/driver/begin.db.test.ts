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

const kept = async () => (await database.owner<{ n: number }[]>`select n from kept order by n`).map(({ n }) => n)
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50))

test('what is still to be sent when a statement fails never runs', async () => {
  const sql = pool(1)
  let late: Promise<unknown> | null = null
  const work = sql.transaction(async (sql) => {
    const others = async () => {
      await aMoment()
      late = sql`insert into kept values (1)`.catch(({ message }: Error) => message)
    }
    await Promise.all([others(), sql`select 1 / 0`])
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  // Meanwhile somebody else has the connection.
  await sql.transaction(async (sql) => {
    await sql`insert into kept values (2)`
    await aMoment()
  })
  expect(await late).toBe('The transaction that this statement belongs to is over')
  expect(await kept()).toEqual([2])
})

test('nor what a savepoint is still to send when it is undone', async () => {
  const sql = pool(1)
  let late: Promise<unknown> | null = null
  await sql.transaction(async (sql) => {
    const inner = sql.transaction(async (sql) => {
      const others = async () => {
        await aMoment()
        late = sql`insert into kept values (1)`.catch(({ message }: Error) => message)
      }
      await Promise.all([others(), sql`select 1 / 0`])
    })
    await expect(inner).rejects.toMatchObject({ code: '22012' })
    await sql`insert into kept values (2)`
    await aMoment()
  })
  expect(await late).toMatch('is over')
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

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { beginAttempt, forgive, takeBack, TooManyFailures } from './attempts.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

let clock = 0
beforeEach(async () => {
  clock = Date.parse('2026-11-20T10:00:00Z')
  await database.sql`delete from sign_in_failures`
})
const now = () => new Date(clock)
const begin = (email: string, address: string | null) => beginAttempt({ sql: database.sql, now }, email, address)
const failTimes = async (times: number, email: string, address: string | null) => {
  for (let n = 0; n < times; n++) await begin(email, address)
}
const waitFor = (email: string, address: string | null) =>
  begin(email, address).then(
    () => 0,
    (error: unknown) => (error as TooManyFailures).retryAfterSeconds,
  )

test('after five failures an account waits, twice as long each time, up to a minute', async () => {
  await failTimes(5, 'ada@example.com', null)
  for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
    expect(await waitFor('ada@example.com', null)).toBe(seconds)
    clock += seconds * 1000
    expect(await waitFor('ada@example.com', null)).toBe(0)
  }
  expect(await waitFor('bob@example.com', null)).toBe(0)
})

test('an attempt that is refused counts for nothing', async () => {
  await failTimes(5, 'ada@example.com', '10.0.0.1')
  for (let n = 0; n < 20; n++) expect(await waitFor('ada@example.com', '10.0.0.1')).toBe(1)
})

test('an address waits, whichever accounts it tries', async () => {
  for (const name of 'abcde') await begin(`${name}@example.com`, '10.0.0.1')
  expect(await waitFor('f@example.com', '10.0.0.1')).toBe(1)
  expect(await waitFor('f@example.com', '10.0.0.2')).toBe(0)
})

test('an account waits, from whichever address it is tried', async () => {
  for (const n of [1, 2, 3, 4, 5]) await begin('ada@example.com', `10.0.0.${n}`)
  expect(await waitFor('ada@example.com', '10.0.0.9')).toBe(1)
})

test('of many at once no more get through than of one after the other', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => begin('ada@example.com', '10.0.0.1')))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
})

test('many at once over several accounts and addresses do not block one another', async () => {
  const names = Array.from({ length: 60 }, (_, n) => `${n % 7}@example.com`)
  const outcomes = await Promise.allSettled(names.map((name, n) => begin(name, `10.0.0.${n % 5}`)))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(TooManyFailures)
  }
})

test('who comes in is forgiven, the address only this attempt', async () => {
  await failTimes(4, 'ada@example.com', '10.0.0.1')
  await forgive({ sql: database.sql }, await begin('ada@example.com', '10.0.0.1'))
  await failTimes(1, 'bob@example.com', '10.0.0.1')
  expect(await waitFor('bob@example.com', '10.0.0.1')).toBe(1)
  await failTimes(5, 'ada@example.com', '10.0.0.2')
  expect(await waitFor('ada@example.com', '10.0.0.2')).toBe(1)
})

test('an attempt that is taken back leaves what was before', async () => {
  await failTimes(6, 'ada@example.com', null).catch(() => {})
  clock += 1_000
  await takeBack({ sql: database.sql }, await begin('ada@example.com', null))
  expect(await waitFor('ada@example.com', null)).toBe(0)
})

test('failures are forgotten after an hour without one', async () => {
  await failTimes(5, 'ada@example.com', null)
  clock += 3_600_000
  await failTimes(5, 'ada@example.com', null)
  expect(await waitFor('ada@example.com', null)).toBe(1)
})

test('nothing that names an account is stored', async () => {
  await begin('ada@example.com', '10.0.0.1')
  const rows = await database.sql<{ subject: Buffer }[]>`select subject from sign_in_failures`
  expect(rows.map(({ subject }) => subject.length)).toEqual([32, 32])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { APPLICATION_ROLE, connect } from '../db/client.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { makeRateLimit } from './rate-limit.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const NOON = Date.UTC(2026, 10, 20, 12, 0, 30)
let now = NOON
const clock = () => new Date(now)

test('two processes together admit exactly the limit', async () => {
  const second = connect(database.url, { role: APPLICATION_ROLE })
  const limits = [makeRateLimit({ sql: database.sql, now: clock }), makeRateLimit({ sql: second, now: clock })]
  try {
    const taken = await Promise.all(
      Array.from({ length: 10_000 }, (_, index) => limits[index % 2]!.take('key 1', 3_333)),
    )
    expect(taken.filter((seconds) => seconds === null)).toHaveLength(3_333)
    expect(taken.find((seconds) => seconds !== null)).toBe(30)
    now += 30_000
    expect(await limits[0]!.take('key 1', 3_333)).toBeNull()
  } finally {
    await second.end()
  }
})

test('one at a time, until nothing is left', async () => {
  const limit = makeRateLimit({ sql: database.sql, now: clock })
  const taken: (number | null)[] = []
  for (let index = 0; index < 4; index++) taken.push(await limit.take('key 2', 3))
  expect(taken.map((seconds) => seconds === null)).toEqual([true, true, true, false])
})

test('most requests cost no statement', async () => {
  const limit = makeRateLimit({ sql: database.sql, now: clock })
  database.statements.length = 0
  for (let index = 0; index < 1_000; index++) await limit.take('user 1', 1_000)
  const takes = database.statements.filter((text) => text.includes('insert into rate_limits'))
  expect(takes).toHaveLength(50)
  const refused = database.statements.length
  expect(await limit.take('user 1', 1_000)).not.toBeNull()
  for (let index = 0; index < 1_000; index++) await limit.take('user 1', 1_000)
  expect(database.statements.length - refused).toBeLessThanOrEqual(1)
})

test('windows that have passed are forgotten', async () => {
  const limit = makeRateLimit({ sql: database.sql, now: clock })
  await limit.take('address 192.0.2.1', 10)
  now += 180_000
  await limit.take('address 192.0.2.2', 10)
  await expect
    .poll(async () => (await database.sql`select subject from rate_limits`).map((row) => row.subject))
    .toEqual(['address 192.0.2.2'])
})

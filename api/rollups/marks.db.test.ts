import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { deleteNeedlessMarks } from './queries.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('of many marks on an hour the newest stays, and those of others all', async () => {
  const { sql } = database
  const hour = new Date('2026-11-20T10:00:00Z')
  const other = new Date('2026-11-20T11:00:00Z')
  await sql`insert into changed_hours (organization_id, hour) values (1, ${hour}), (2, ${other})`
  await sql`insert into changed_hours (organization_id, hour) select 2, ${hour} from generate_series(1, 101)`
  const [newest] = await sql`select max(id) as id from changed_hours`
  await deleteNeedlessMarks(sql)
  const left = await sql`select organization_id, hour, id from changed_hours order by id`
  expect([...left]).toEqual([
    { organizationId: 1, hour, id: 1 },
    { organizationId: 2, hour: other, id: 2 },
    { organizationId: 2, hour, id: newest!.id },
  ])
})

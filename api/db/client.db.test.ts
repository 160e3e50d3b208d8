import { expect, test } from 'vitest'
import { connect } from './client.ts'
import { emptyDatabase } from './testing.ts'

test('times are written in one way, however the database is set up', async () => {
  const url = await emptyDatabase()
  const before = connect(url)
  const [database] = await before<{ name: string }[]>`select current_database() as name`
  await before`alter database ${before(database!.name)} set datestyle = 'German, DMY'`
  await before`alter database ${before(database!.name)} set timezone = 'Asia/Kolkata'`
  await before.end()
  const sql = connect(url)
  const [row] = await sql<{ at: string }[]>`select timestamptz '2026-11-20T10:00:00.000120Z'::text as at`
  await sql.end()
  expect(row!.at).toBe('2026-11-20 10:00:00.00012+00')
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from './client.ts'
import { detectEngine } from './grade.ts'
import { migrate, readMigrations, splitStatements } from './migrate.ts'
import { emptyDatabase } from './testing.ts'

function open(url: string): Sql {
  const sql = connect(url, { max: 3 })
  onTestFinished(() => sql.end())
  return sql
}

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

test('applies every migration, and a second time does nothing', async () => {
  const sql = open(await emptyDatabase())
  const applied = await migrate(sql)
  expect(applied).toEqual((await readMigrations()).map((migration) => migration.name))
  expect(await migrate(sql)).toEqual([])
})

test('four processes that start at once apply each file once', async () => {
  const url = await emptyDatabase()
  const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(open(url))))
  expect(runs.filter((applied) => applied.length > 0)).toHaveLength(1)
})

test('refuses a database that is newer than the code', async () => {
  const sql = open(await emptyDatabase())
  await migrate(sql)
  await sql`insert into migrations (id, name) values (999999, 'from_the_future')`
  await expect(migrate(sql)).rejects.toThrow(/newer than this version of Tachograph: it has migration 999999/)
})

test('what an earlier version stored is there after an upgrade, keys included', async () => {
  const sql = open(await emptyDatabase())
  const early = (await readMigrations()).slice(0, 2)
  await migrate(sql, await folderWith(Object.fromEntries(early.map(({ name, text }) => [name, text]))))
  await sql`insert into organizations (name) values ('Early')`
  await sql`
    insert into api_keys (organization_id, name, prefix, key_hash, scopes) values
      (1, 'both', 'a', 'a', '{read,ingest}'), (1, 'in', 'b', 'b', '{ingest}')`
  await sql`
    insert into jobs (organization_id, at, id, pipeline_id, status, attempt, revision, external_id, labels, metrics)
    select 1, timestamptz '2026-01-01' + n * interval '1 day', gen_random_uuid(), 1, 'SUCCEEDED', 1, 0, n, '{}', '{}'
    from generate_series(1, 100) as n`
  await migrate(sql)
  const [row] = await sql`
    select (select count(*)::int from jobs) as jobs, jobs as stored, bytes > 0 as some from organization_storage`
  expect(row).toEqual({ jobs: 100, stored: 100, some: true })
  expect(await sql`select scopes from api_keys order by name`).toEqual([
    { scopes: ['read_metrics', 'ingest', 'read_jobs'] },
    { scopes: ['ingest'] },
  ])
  const indexes = await sql<{ name: string }[]>`
    select indexname as name from pg_indexes where tablename = 'jobs' and schemaname = 'public' order by 1`
  expect(indexes.map(({ name }) => name)).toEqual(['jobs_duration', 'jobs_not_succeeded', 'jobs_pipeline', 'jobs_pkey'])
})

test('a migration that fails leaves nothing behind and names itself', async () => {
  const sql = open(await emptyDatabase())
  const folder = await folderWith({
    '000001_good.sql': 'create table good ();',
    '000002_bad.sql': 'create table half (); create table good ();',
  })
  await expect(migrate(sql, folder)).rejects.toThrow('Migration 000002_bad.sql failed: relation "good" already exists')
  const [row] = await sql`select to_regclass('good') is not null as good, to_regclass('half') is not null as half`
  expect(row).toEqual({ good: true, half: false })
  expect(await sql`select id from migrations`).toHaveLength(1)
})

test('a file can ask to run outside a transaction', async () => {
  const sql = open(await emptyDatabase())
  const folder = await folderWith({
    '000001_table.sql': 'create table t (a int);',
    '000002_index.sql': '--! no-transaction\ncreate index concurrently if not exists t_a on t (a);\nanalyze t;\n',
  })
  expect(await migrate(sql, folder)).toHaveLength(2)
  expect(await sql`select from pg_indexes where indexname = 't_a'`).toHaveLength(1)
})

test('refuses two files with one number and a file without', async () => {
  await expect(readMigrations(await folderWith({ '000001_a.sql': '', '000001_b.sql': '' }))).rejects.toThrow('taken')
  await expect(readMigrations(await folderWith({ 'first.sql': '' }))).rejects.toThrow('first.sql')
})

test('statements end at a semicolon outside of a body', () => {
  const text = '-- a\nselect 1;\ndo $$\nbegin\n  null;\nend\n$$;\n-- the end\n'
  expect(splitStatements(text)).toEqual(['-- a\nselect 1;', 'do $$\nbegin\n  null;\nend\n$$;'])
})

test('the jobs table is a hypertable exactly where TimescaleDB is', async () => {
  const sql = open(await emptyDatabase())
  await migrate(sql)
  const engine = await detectEngine(sql)
  if (engine.grade === 'plain') return expect(engine.description).toMatch(/^PostgreSQL \d+/)
  expect(engine.description).toContain('TimescaleDB')
  expect(await sql`select from timescaledb_information.hypertables where hypertable_name = 'jobs'`).toHaveLength(1)
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { describeFailure } from '../start/failure.ts'
import { importCommand } from './import.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-'))
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await createOrganization(database.sql, 'Acme')
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

interface Outcome {
  code: number
  stdout: string
  stderr: string
  /** Datasets of the change events. */
  changed: string[]
}

/** Runs `tachograph import jobs` in this process. */
async function runImport(args: string[], given: { stdin?: Readable; signal?: AbortSignal; offline?: boolean } = {}) {
  const outcome: Outcome = { code: 0, stdout: '', stderr: '', changed: [] }
  const changes = {
    publish: ({ dataset }: { dataset: string }) => void outcome.changed.push(dataset),
    subscribe: () => () => {},
  }
  const command = importCommand(() => ({
    withDatabase(run) {
      if (given.offline) throw new Error('the database was opened')
      return run({ sql: database.sql, changes })
    },
    now: () => new Date(),
    stdin: given.stdin ?? Readable.from([]),
    stdout: { write: (text) => (outcome.stdout += text) },
    stderr: { write: (text) => (outcome.stderr += text) },
    signal: given.signal ?? new AbortController().signal,
    exit: (code) => (outcome.code = code),
  }))
  try {
    await command.parseAsync(['jobs', ...args], { from: 'user' })
  } catch (error) {
    outcome.code = 1
    outcome.stderr += describeFailure(error)
  }
  return outcome
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const map = file(
  'map.json',
  JSON.stringify({
    pipeline: { value: 'small' },
    externalId: { column: 'id' },
    status: { column: 'state', values: { ok: 'SUCCEEDED', bad: 'FAILED' } },
    finishedAt: { column: 'end' },
  }),
)

async function storedIds(prefix: string): Promise<string[]> {
  const rows = await database.sql<{ id: string }[]>`
    select external_id as id from jobs where external_id like ${`${prefix}%`} order by 1`
  return rows.map(({ id }) => id)
}

test('imports what it can, names every other row, and answers with exit code 1', async () => {
  const path = file(
    'mixed.csv',
    'id,state,end\nm1,ok,2024-01-01T00:00:00Z\n"m\n2",ok,2024-01-01T00:00:00Z\nm3,odd,2024-01-01T00:00:00Z\nm4,ok\nm5,bad,soon\nm6,odd,2024-01-01\n',
  )
  const errors = join(folder, 'errors.ndjson')
  const { code, stdout, stderr, changed } = await runImport([path, '--map', map, '--errors', errors])
  expect(stdout.split(/\s+/)).toEqual([
    'rows',
    '6',
    'accepted',
    '2',
    'unchanged',
    '0',
    'rejected',
    '4',
    'SUCCEEDED',
    '2',
    '',
  ])
  expect(stderr).toContain('2 × status: "odd" is not among the "values" of the mapping (ok, bad)  [lines 5, 8]')
  expect(code).toBe(1)
  expect(changed).toEqual(['jobs'])
  const listed = readFileSync(errors, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(listed).toEqual([
    { line: 5, reason: 'status: "odd" is not among the "values" of the mapping (ok, bad)' },
    { line: 6, reason: 'the row has 2 values, the header has 3 columns' },
    { line: 7, reason: 'finishedAt: "soon" is not a time in the format "iso" (column "end")' },
    { line: 8, reason: 'status: "odd" is not among the "values" of the mapping (ok, bad)' },
  ])
  expect(await storedIds('m')).toEqual(['m\n2', 'm1'])
})

test('a dry run checks everything and needs no database', async () => {
  const path = file(
    'dry.csv',
    'id,state,end\n' + [1, 2, 3, 4].map((n) => `d${n},ok,2024-01-01T00:00:00Z\n`).join('') + 'd5,,\n',
  )
  const { code, stdout, stderr } = await runImport([path, '--map', map, '--dry-run'], { offline: true })
  expect(stdout.match(/"externalId": "d\d"/g)).toHaveLength(3)
  expect(stdout).toMatch(/rows +5\naccepted +4\nunchanged +0\nrejected +1\nSUCCEEDED +4\n$/)
  expect(stderr).toContain('1 × status is missing  [line 6]')
  expect(stderr).toContain('Dry run: nothing was written.')
  expect(code).toBe(1)
})

test('gzip by its content, NDJSON by its name, standard input as -', async () => {
  const row = (id: string) => `{"id":"${id}","state":"ok","end":"2024-01-01T00:00:00Z"}\n`
  const zipped = file('zipped.jsonl.gz', gzipSync(row('z1')))
  expect(await runImport([zipped, '--map', map])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('accepted   1'),
  })
  const stdin = Readable.from([gzipSync(row('z2') + row('z3'))])
  const piped = await runImport(['-', '--map', map, '--format', 'ndjson'], { stdin })
  expect(piped).toMatchObject({ code: 0, stderr: expect.stringContaining('2 rows of standard input') })
  expect(await storedIds('z')).toEqual(['z1', 'z2', 'z3'])

  const cut = file(
    'cut.csv.gz',
    gzipSync('id,state,end\n' + 'c1,ok,2024-01-01T00:00:00Z\n'.repeat(999)).subarray(0, -12),
  )
  const broken = await runImport([cut, '--map', map])
  expect(broken.stderr).toContain('cut.csv.gz is damaged or not complete')
  expect(broken.code).toBe(1)
})

test('what is wrong with the call is said before anything is stored', async () => {
  const path = file('call.csv', 'ID,State,end\nx1,ok,2024-01-01T00:00:00Z\n')
  const wrong = async (...args: string[]) => {
    const { code, stderr } = await runImport(args)
    expect(code).toBe(1)
    return stderr
  }
  expect(await wrong(path, '--map', map)).toContain(
    'externalId: the file has no column "id" (did you mean "ID"?)\n  status: the file has no column "state" (did you mean "State"?)',
  )
  expect(await wrong('absent.csv', '--map', map)).toContain('There is no file absent.csv.')
  expect(await wrong(folder, '--map', map)).toContain('What is in')
  expect(await wrong(path, '--map', 'absent.json')).toContain('The mapping absent.json cannot be read')
  expect(await wrong(path, '--map', path)).toContain('call.csv is not JSON')
  expect(await wrong(path, '--map', map, '--errors', path)).toContain('would overwrite')
  expect(await wrong('-', '--map', map)).toContain('What is in -? Name its format: --format csv')
  expect(await wrong(path, '--map', map, '--organization', 'Nobody')).toContain('Nobody')
  expect(await storedIds('x')).toEqual([])
})

test('the example of docs/importing.md does what the page says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/importing.md'), 'utf8')
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? ''
  const args = [file('example.csv', block('csv')), '--map', file('example.json', block('json'))]
  expect(await runImport(args)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^rows +2\naccepted +2\n/) })
  const rows = await database.sql`
    select status, started_at, duration_ms, labels, metrics from jobs
    where labels->>'host' in ('eu-1', 'eu-2') order by started_at`
  expect(rows).toEqual([
    {
      ...{ status: 'SUCCEEDED', startedAt: new Date('2024-11-15T15:57:00Z'), durationMs: 90_000 },
      ...{ labels: { host: 'eu-1' }, metrics: { size_mb: 2.048 } },
    },
    {
      ...{ status: 'FAILED', startedAt: new Date('2024-11-15T16:03:00Z'), durationMs: 12_000 },
      ...{ labels: { host: 'eu-2' }, metrics: {} },
    },
  ])
})

test('Ctrl-C stops after the batch that is being written', async () => {
  const stop = new AbortController()
  const stdin = Readable.from(
    (function* () {
      yield Buffer.from('id,state,end\n')
      for (let n = 1; n <= 3500; n++) {
        if (n === 2500) stop.abort()
        yield Buffer.from(`s${n},ok,2024-01-01T00:00:00Z\n`)
      }
    })(),
  )
  const { code, stdout, stderr } = await runImport(['-', '--map', map, '--format', 'csv'], {
    stdin,
    signal: stop.signal,
  })
  expect(code).toBe(130)
  expect(stderr).toContain('Stopping after the batch')
  const stored = (await storedIds('s')).length
  expect(stored % 1000).toBe(0)
  expect(stored).toBeLessThan(3500)
  expect(stdout).toMatch(new RegExp(`rows +${stored}\n`))
  if (stored > 0) expect(stderr).toContain(`Stopped after line ${stored + 1}: the rows up to there are stored.`)
})

test('Ctrl-C before the first row stops at once', async () => {
  const path = file('early.csv', 'id,state,end\ne1,ok,2024-01-01T00:00:00Z\n')
  const { code, stdout, stderr } = await runImport([path, '--map', map], { signal: AbortSignal.abort() })
  expect(code).toBe(130)
  expect(stdout).toContain('rows       0')
  expect(stderr).toContain('Stopped before the first rows were stored.')
})

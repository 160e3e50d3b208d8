import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, testDatabase } from '../db/testing.ts'
import type { Finding } from './findings.ts'
import { type Mutant, namedMutants, permissionMutants, predicateMutants, REDUNDANT } from './testing-mutants.ts'

const SOURCE = join(import.meta.dirname, '../..')
/** Copies of the source, each with one mutant at a time. */
const AT_ONCE = 3

let folders: string[] = []
beforeAll(async () => {
  folders = await Promise.all(Array.from({ length: AT_ONCE }, copySource))
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const mutants = [...namedMutants, ...predicateMutants(), ...permissionMutants()]

test('nothing that keeps organizations apart can be taken out unseen', { timeout: 1_200_000 }, async () => {
  const tried = mutants.filter(({ name }) => !(name in REDUNDANT))
  const left = tried.values()
  const survivors: string[] = []
  const worker = async (folder: string) => {
    for (const mutant of left) {
      if ((await tryMutant(folder, mutant)) === null) survivors.push(mutant.name)
    }
  }
  await Promise.all(folders.map(worker))
  expect(survivors).toEqual([])
  expect(tried.length).toBeGreaterThan(100)
})

test('what is called redundant is still there', () => {
  const names = new Set(mutants.map(({ name }) => name))
  expect(Object.keys(REDUNDANT).filter((name) => !names.has(name))).toEqual([])
})

/** What was found; null: nothing, although something is missing. */
async function tryMutant(folder: string, mutant: Mutant): Promise<Finding[] | null> {
  const { file, find, replace, name } = mutant
  const path = join(folder, file)
  const text = await readFile(path, 'utf8')
  expect(text.split(find).length, `"${find}" in ${file} (${name})`).toBe(2)
  await writeFile(
    path,
    text.replace(find, () => replace),
  )
  try {
    const rounds = [...roundsFor(mutant), '.', '.']
    if (!file.startsWith('migrations/')) {
      const database = await testDatabase()
      return await run(folder, [database.url, ...rounds]).finally(database.drop)
    }
    return await run(folder, [await emptyDatabase(), '^$', '^the database$', ...rounds])
  } finally {
    await writeFile(path, text)
  }
}

function run(folder: string, args: string[]): Promise<Finding[] | null> {
  const program = spawn(process.execPath, [join(folder, 'api/isolation/testing-mutant.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(folder, '.cache') },
  })
  let [output, problem] = ['', '']
  program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  program.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()))
  return new Promise((resolve, reject) => {
    program.once('close', (code) => {
      const last = output.trim().split('\n').at(-1)
      if (code === 0) return resolve(null)
      if (!last?.startsWith('[')) return reject(new Error(`The check ended with ${code}: ${problem.slice(0, 2000)}`))
      resolve(JSON.parse(last) as Finding[])
    })
  })
}

/** Root fields and parts in which a mutant is likely to be found: it is looked for there first. */
function roundsFor({ file, name }: Mutant): string[] {
  const asksWho = /For\('|refuseWithout|permission|!viewer/.test(name)
  const found = LIKELY.find(([pattern]) => pattern.test(file))
  if (!found) return []
  const [, fields, parts] = found
  return asksWho ? [fields, 'who may', fields, 'subscriptions|addresses'] : [fields, parts]
}

const LIKELY: readonly (readonly [file: RegExp, fields: string, parts: string])[] = [
  [/api\/access/, 'viewer|quotas', 'questions|who'],
  [/server\/auth/, 'viewer', 'addresses'],
  [/ingest-route|export-routes/, 'viewer', 'addresses'],
  [/api\/ingest/, 'recordJobs', 'changes'],
  [/audit/, 'auditEvents', 'questions'],
  [/live|job-changed|watch|changes-over/, 'Subscription', 'subscriptions'],
  [/record-jobs/, 'recordJobs', 'changes'],
  [/schema/, 'Query.(job|table)|recordJobs', 'who may|questions'],
  [/dashboards/, 'ashboard|hareLink|panels', 'questions|changes|subscriptions|links'],
  [/causes/, 'Query.explain', 'questions'],
  [/failures/, 'Query.failureGroups', 'questions'],
  [/insights/, 'nsight', 'questions|changes|background'],
  [/annotations/, 'nnotation', 'questions|changes|subscriptions'],
  [/findings/, 'Query.jobs?$', 'questions'],
  [/similarity/, 'Query.(similarPipelines|pipelineClusters)', 'who may'],
  [/jobs|reach/, 'job$|jobs$|Query.pipelines?$', 'questions'],
  [/pipelines/, 'Query.pipelines?$', 'questions'],
  [/keys/, 'ApiKey|apiKeys|viewer', 'questions|changes'],
  [/members/, 'ember|nvit', 'questions|changes'],
  [/metrics/, 'table|series|datasets', 'questions'],
  [/organizations|permissions/, 'rganization|permissionRules', 'questions|changes'],
  [/people/, 'ession|viewer', 'questions|changes|addresses'],
  [/providers/, 'dentityProvider|viewer', 'questions|changes|addresses|identity providers'],
  [/quotas/, 'quotas', 'questions|addresses'],
  [/retention\/queries|rollups/, 'table|retention', 'background|questions'],
  [/retention/, 'etention', 'questions|changes'],
  [/teams/, 'eam|members$', 'questions|changes'],
]

async function copySource(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tachograph-mutant-'))
  await Promise.all(
    ['api', 'analytics', 'migrations', 'package.json'].map((part) =>
      cp(join(SOURCE, part), join(folder, part), { recursive: true }),
    ),
  )
  await symlink(join(SOURCE, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

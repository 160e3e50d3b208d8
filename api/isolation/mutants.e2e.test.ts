import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase, testDatabase } from '../db/testing.ts'
import type { Finding } from './findings.ts'
import { type Mutant, permissionMutants, predicateMutants } from './testing-mutants.ts'
import { namedMutants } from './testing-named-mutants.ts'
import { REDUNDANT } from './testing-redundant-mutants.ts'

const SOURCE = join(import.meta.dirname, '../..')
/** More than there are processors: the check waits for silence now and then. */
const AT_ONCE = 3

/** A copy of the source with one mutant at a time, and a database, which the check leaves as it was. */
interface Place {
  folder: string
  database: TestDatabase
}

let places: Place[] = []
beforeAll(async () => {
  places = await Promise.all(
    Array.from({ length: AT_ONCE }, async () => ({ folder: await copySource(), database: await testDatabase() })),
  )
})
afterAll(() =>
  Promise.all(
    places.flatMap(({ folder, database }) => [rm(folder, { recursive: true, force: true }), database.drop()]),
  ),
)

const mutants = [...namedMutants, ...predicateMutants(), ...permissionMutants()]

/**
 * All of them take longer than everything else together. So a run tries one in twenty, others with each change of
 * a mutated file; `MUTANTS=all` tries all.
 */
const ONE_IN = process.env.MUTANTS === 'all' ? 1 : 20

async function chosen(): Promise<Mutant[]> {
  const files = [...new Set(mutants.map(({ file }) => file))].sort()
  const source = await Promise.all(files.map((file) => readFile(join(SOURCE, file), 'utf8')))
  const seed = hash('sha256', source.join())
  return mutants.filter(({ name }) => {
    return !(name in REDUNDANT) && Number.parseInt(hash('sha256', seed + name).slice(0, 8), 16) % ONE_IN === 0
  })
}

test('nothing that keeps organizations apart can be taken out unseen', { timeout: 2_400_000 }, async () => {
  const tried = await chosen()
  const left = tried.values()
  const survivors: string[] = []
  const worker = async (place: Place) => {
    for (const mutant of left) {
      if ((await tryMutant(place, mutant)) === null) survivors.push(mutant.name)
    }
  }
  await Promise.all(places.map(worker))
  expect(survivors).toEqual([])
  expect(tried.length).toBeGreaterThan(200 / ONE_IN / 2)
})

test('what is called redundant is still there', () => {
  const names = new Set(mutants.map(({ name }) => name))
  expect(Object.keys(REDUNDANT).filter((name) => !names.has(name))).toEqual([])
})

/** What was found; null: nothing, although something is missing. */
async function tryMutant({ folder, database }: Place, mutant: Mutant): Promise<Finding[] | null> {
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
    if (!file.startsWith('migrations/')) return await run(folder, [database.url, ...rounds])
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
  const [what] = name.startsWith(file) ? name.split(': ') : [file]
  const found = LIKELY.find(([pattern]) => pattern.test(what!))
  if (!found) return []
  const [, fields, parts] = found
  if (!asksWho) return [fields, parts]
  // Where a root field asks, its name stands in that of the mutant.
  const itself = `[.]${/ (\w+): /.exec(name)?.[1]}$`
  return [itself, 'who may|subscriptions', fields, 'who may', fields, 'subscriptions|addresses']
}

/** By what is mutated: its file and, if it has one, the name around it. */
const LIKELY: readonly (readonly [what: RegExp, fields: string, parts: string])[] = [
  [/api\/access/, 'viewer|quotas', 'questions|who'],
  [/server\/auth/, 'viewer', 'addresses'],
  [/ingest-route|export-routes/, 'viewer', 'addresses'],
  [/api\/ingest/, 'recordJobs', 'changes'],
  [/audit/, 'auditEvents', 'questions'],
  [/share-links/, 'Query.(sharedDashboard|viewer|jobs?)$', 'links'],
  [/dashboards.*shared|panels/, 'haredDashboard|panel', 'who may|subscriptions|links'],
  [/job-changed|watch-jobs|changes-over/, 'Subscription.jobChanged', 'subscriptions'],
  [/annotation-changed/, 'Subscription.annotationChanged', 'subscriptions'],
  [/insight-changed/, 'Subscription.insightChanged', 'subscriptions'],
  [/dashboard-changed/, 'Subscription.dashboardChanged', 'subscriptions'],
  [/dataset-changed/, 'Subscription.datasetChanged', 'subscriptions'],
  [/live|shared-results/, 'Subscription.(table|series)', 'subscriptions'],
  [/record-jobs/, 'recordJobs', 'changes'],
  [/schema/, 'Query.(job|table)|recordJobs', 'who may|questions'],
  [/asker\.ts/, 'Query.dashboards', 'who may'],
  [/dashboards.*draft/i, 'DashboardDraft|Query.dashboard$', 'questions|changes'],
  [/dashboards.*favourite/i, 'avourite|Query.dashboards$', 'questions|changes'],
  [/dashboards.*visit/i, 'isit|Query.dashboards$', 'questions|changes'],
  [/dashboards.*links?/i, 'hareLink|Query.(d|sharedD)ashboard$', 'questions|changes|links'],
  [/dashboards.*folder/i, 'Folder|moveDashboard', 'questions|changes'],
  [
    /dashboards.*(visibility|matching|listDash|countDash|hasPanel)/i,
    'Query.dashboards$|shareDashboard',
    'questions|changes',
  ],
  [
    /dashboards.*(panel|version|document)/i,
    'Query.dashboard$|(save|import|restore)Dash|panels',
    'questions|changes|subscriptions',
  ],
  [/dashboards/, 'Query.dashboards?$|(delete|save|move)Dashboard', 'questions|changes|links|subscriptions'],
  [/causes/, 'Query.explain', 'questions'],
  [/failures/, 'Query.failureGroups', 'questions'],
  [/insights/, 'nsight', 'questions|changes|background'],
  [/annotations.*remove/i, 'removeAnnotation', 'who may|changes'],
  [/annotations.*record/i, 'recordAnnotation', 'who may|changes'],
  [/annotations/, 'Query.annotations', 'questions'],
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

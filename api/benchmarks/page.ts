import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { connect, type Sql } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { createUser } from '../features/people/index.ts'
import { refreshRollups } from '../rollups/index.ts'
import { generateJobs } from './generate-jobs.ts'
import { median } from './measure.ts'
import { manyPoints, twentyPanels } from './page/dashboard.ts'
import { installLighthouse } from './page/lighthouse.ts'
import { measureCode, measureOpening } from './page/opening.ts'
import { openVisitor, type Visitor } from './page/visitor.ts'
import { measureZooming } from './page/zooming.ts'
import { startServer } from './server-process.ts'
import { openTarget } from './target.ts'

/**
 * How fast a dashboard is in the browser: `npm run bench:page -- [--jobs N] [--rounds N] [--data DIR]`, with the page as
 * `npm run build` made it, on the jobs of bench:query. docs/benchmarks.md says what the figures are.
 */
const say = (text: string) => process.stderr.write(`${text}\n`)
const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '5000000' },
    rounds: { type: 'string', default: '7' },
    data: { type: 'string' },
  },
})

const target = await openTarget(readConfig().databaseUrl, values.data ?? null)
const sql = connect(target.url)
const folder = await mkdtemp(join(tmpdir(), 'tachograph-visitor-'))
try {
  console.log(JSON.stringify(await run(sql, Number(values.jobs), Number(values.rounds))))
} finally {
  await rm(folder, { recursive: true, force: true })
  await sql.end()
  await target.close()
}

async function run(sql: Sql, jobs: number, rounds: number) {
  await migrate(sql)
  const { organizationId } = await generateJobs({ sql, jobs, now: new Date(), say })
  await refreshRollups(sql, { quietSince: null, organizationId: null })
  const who = { email: `${randomUUID()}@example.com`, name: 'Visitor', password: `${randomUUID()} of a visitor` }
  await createUser(sql, organizationId, { ...who, role: 'owner' })
  const server = await startServer('ours.ts', { url: target.url, organizationId })
  const base = `http://127.0.0.1:${server.port}`
  const visitor = await openVisitor(folder, { base, ...who })
  try {
    return { jobs, ...(await measure(visitor, base, rounds)) }
  } finally {
    await visitor.close()
    await server.stop()
  }
}

async function measure({ page, debugPort, createDashboard }: Visitor, base: string, rounds: number) {
  const document = twentyPanels()
  const twenty = { base, id: await createDashboard(document), panels: document.panels.length }
  const one = { base, id: await createDashboard(manyPoints()), panels: 1 }
  const openings = []
  for (let round = 1; round <= rounds; round++) {
    const opening = await measureOpening(page, twenty)
    say(`round ${round}: ${Math.round(opening.openMs)} ms from the list, ${Math.round(opening.loadMs)} ms by address`)
    openings.push(opening)
  }
  const codeKb = { onePanel: await measureCode(page, one), twentyPanels: await measureCode(page, twenty) }
  const zooming = await measureZooming(page, one)
  const lighthouse = await installLighthouse(say)
  const largestPaintMs = await lighthouse?.largestPaintMs(`${base}/dashboards/${twenty.id}`, debugPort)
  await lighthouse?.remove()
  return {
    openMs: Math.round(median(openings.map(({ openMs }) => openMs))),
    loadMs: Math.round(median(openings.map(({ loadMs }) => loadMs))),
    ...{ codeKb, ...zooming, largestPaintMs: largestPaintMs ?? null },
  }
}

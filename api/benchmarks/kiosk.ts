import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { readConfig } from '../config.ts'
import { connect, type Sql } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { createUser } from '../features/people/index.ts'
import { openFeed } from './page/feed.ts'
import { figuresOfPipelines } from './page/dashboard.ts'
import { heapKb, readFigures } from './page/figures.ts'
import { openVisitor, type Visitor } from './page/visitor.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { openTarget } from './target.ts'

/**
 * Whether a screen on a wall can stay: `npm run bench:kiosk -- [--minutes N] [--jobs N]`. A dashboard stands open in the
 * browser while so many jobs a second come in; its memory is told after a tenth of the time and at the end, each after a
 * collection of garbage, and in the end its figures are compared with those of the database until they are the same.
 */
const say = (text: string) => process.stderr.write(`${text}\n`)
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '12' }, jobs: { type: 'string', default: '500' } },
})
const SAMPLES = 20
/** How long the last change may take to be on the screen. */
const PATIENCE_MS = 30_000

const target = await openTarget(readConfig().databaseUrl, null)
const sql = connect(target.url)
const folder = await mkdtemp(join(tmpdir(), 'tachograph-visitor-'))
try {
  console.log(JSON.stringify(await run(sql, Number(values.minutes), Number(values.jobs))))
} finally {
  await rm(folder, { recursive: true, force: true })
  await sql.end()
  await target.close()
}

async function run(sql: Sql, minutes: number, jobsASecond: number) {
  await migrate(sql)
  const { id: organizationId } = await createOrganization(sql, `Benchmark ${randomUUID()}`)
  const who = { email: `${randomUUID()}@example.com`, name: 'Visitor', password: `${randomUUID()} of a visitor` }
  await createUser(sql, organizationId, { ...who, role: 'owner' })
  const server = await startServer('ours.ts', { url: target.url, organizationId })
  const visitor = await openVisitor(folder, { base: `http://127.0.0.1:${server.port}`, ...who })
  try {
    return { minutes, jobsASecond, ...(await watch(visitor, server, { minutes, jobsASecond })) }
  } finally {
    await visitor.close()
    await server.stop()
  }
}

async function watch(
  { page, createDashboard }: Visitor,
  server: ServerProcess,
  { minutes, jobsASecond }: { minutes: number; jobsASecond: number },
) {
  const id = await createDashboard(figuresOfPipelines())
  const feed = openFeed(server, jobsASecond)
  await page.goto(`http://127.0.0.1:${server.port}/kiosk?ids=${id}`)
  await page.locator('.panel-frame [role="row"]').first().waitFor()
  const heaps: number[] = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    await sleep((minutes * 60_000) / SAMPLES)
    heaps.push(await heapKb(page))
    say(`${sample + 1} of ${SAMPLES}: ${heaps.at(-1)} kB, ${feed.sent()} jobs`)
  }
  await feed.close()
  const [begin, end] = [heaps[1]!, heaps.at(-1)!]
  return {
    jobs: feed.sent(),
    heapKb: { begin, end },
    heapGrowth: Number((end / begin - 1).toFixed(3)),
    figures: await untilRight(page),
  }
}

/** How many figures the page shows that are not those of the database, and how long it took until there were none. */
async function untilRight(page: Page): Promise<{ compared: number; wrong: number; rightAfterMs: number }> {
  const closed = performance.now()
  for (;;) {
    const { shown, counted } = await readFigures(page)
    const wrong = counted.filter((row, index) => row !== shown[index]).length
    const rightAfterMs = Math.round(performance.now() - closed)
    if (wrong === 0 || rightAfterMs > PATIENCE_MS) return { compared: counted.length, wrong, rightAfterMs }
    await sleep(100)
  }
}

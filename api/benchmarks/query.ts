import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { connect, type Sql } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { refreshRollups } from '../rollups/index.ts'
import { endCursor, readAnswer, sizeOf, type Answer } from './answer.ts'
import { generateJobs } from './generate-jobs.ts'
import { sender } from './load.ts'
import { measure, percentile, type Effort, type Times } from './measure.ts'
import { measureMetrics, measurePlanning } from './measure-metrics.ts'
import { measureServers } from './measure-servers.ts'
import { vacuum } from './queries.ts'
import { LIST, listQuestions, otherQuestions, type Question } from './questions.ts'
import { startServer } from './server-process.ts'
import { openTarget } from './target.ts'

/**
 * How fast the API answers over many jobs: `npm run bench:query -- [--jobs N] [--requests N] [--data DIR]`.
 *
 * It fills the database of DATABASE_URL, or an embedded one, with two years of jobs, starts the real server in a process of
 * its own, and asks it over HTTP with an API key. docs/benchmarks.md says what each figure is. A table goes to stderr, one JSON object to the last line of stdout. With --data the embedded
 * database is kept, and the next run need not fill it.
 */
const say = (text: string) => process.stderr.write(`${text}\n`)
const now = () => new Date()
const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '5000000' },
    requests: { type: 'string', default: '200' },
    data: { type: 'string' },
  },
})

const target = await openTarget(readConfig().databaseUrl, values.data ?? null)
const sql = connect(target.url)
try {
  const result = await run(sql, {
    jobs: readCount('jobs', values.jobs),
    requests: readCount('requests', values.requests),
  })
  console.log(JSON.stringify(result))
} finally {
  await sql.end()
  await target.close()
}

async function run(sql: Sql, { jobs, requests }: { jobs: number; requests: number }) {
  await migrate(sql)
  const engine = await detectEngine(sql)
  say(`${engine.description}, ${jobs.toLocaleString('en')} jobs`)
  const begun = performance.now()
  const { organizationId, made } = await generateJobs({ sql, jobs, now: now(), say })
  const hours = await refreshRollups(sql, { quietSince: null, organizationId: null, onProgress: sayHours })
  if (made > 0 || hours > 0) await vacuum(sql)
  const loadSeconds = made > 0 ? Math.round((performance.now() - begun) / 1000) : null

  const { ours, peers } = await measureServers({ url: target.url, organizationId, say })
  const server = await startServer('ours.ts', { url: target.url, organizationId })
  const agent = new Agent({ keepAlive: true })
  const ask: Ask = async (question) => {
    const body = JSON.stringify({ query: question.query, variables: question.variables })
    return readAnswer(await sender(server, agent, body)())
  }
  try {
    const effort = { requests, mostMs: 60_000 }
    const middle = await findMiddle(ask)
    const list = await measureAll(ask, listQuestions(middle), effort)
    const other = await measureAll(ask, otherQuestions(jobs), { ...effort, mostMs: 10_000 })
    const metrics = await measureMetrics({ sql, url: target.url, organizationId, server, now: now(), say })
    return {
      engine,
      jobs,
      listCpuRatio: ours.listCpuRatio,
      pingCpuRatio: ours.pingCpuRatio,
      ...metrics,
      planMs: await measurePlanning({ sql, organizationId, now: now() }),
      listP95Ms: figures(list, 0.95),
      peers: { ...peers, ours },
      loadSeconds,
      listP50Ms: figures(list, 0.5),
      otherP50Ms: figures(other, 0.5),
      otherP95Ms: figures(other, 0.95),
    }
  } finally {
    agent.destroy()
    await server.stop()
  }
}

function sayHours(hours: number) {
  if (hours % 240 === 0) say(`rollups: ${hours.toLocaleString('en')} hours`)
}

type Ask = (question: Omit<Question, 'name'>) => Promise<Answer>

/** The cursor of the latest job that is older than half a year: the jobs are spread evenly over a year. */
async function findMiddle(ask: Ask): Promise<string> {
  const to = new Date(now().getTime() - 182 * 86_400_000).toISOString()
  const from = new Date(0).toISOString()
  const answer = await ask({ query: LIST, variables: { first: 1, filter: { range: { from, to } } } })
  const cursor = endCursor(answer)
  if (cursor === null) throw new Error('There are no jobs older than half a year')
  return cursor
}

async function measureAll(ask: Ask, questions: Question[], effort: Effort): Promise<Map<string, Times>> {
  const measured = new Map<string, Times>()
  for (const question of questions) {
    const size = sizeOf(await ask(question))
    if (size === 0) {
      // With few jobs there are none of the rarest. Answering nothing is fast, and proves nothing.
      say(`skipped: "${question.name}" finds nothing among so few jobs`)
      continue
    }
    const times = await measure(() => ask(question), effort)
    measured.set(question.name, times)
    say(row(`${question.name} (${size})`, times))
  }
  return measured
}

function row(name: string, times: Times): string {
  const [p50, p95] = [0.5, 0.95].map((p) => percentile(times, p).toFixed(1).padStart(9))
  return `${name.padEnd(32)} p50 ${p50} ms   p95 ${p95} ms   ${times.length} requests`
}

function figures(measured: Map<string, Times>, p: number): Record<string, number> {
  return Object.fromEntries([...measured].map(([name, times]) => [name, percentile(times, p)]))
}

function readCount(name: string, text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`--${name} is "${text}": give a whole number`)
  return count
}

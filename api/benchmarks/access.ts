import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Credentials, openAccess, SESSION_COOKIE } from '../access/index.ts'
import { readConfig } from '../config.ts'
import { APPLICATION_ROLE, connect, type Sql } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { hashToken, makeTokens } from '../lib/tokens.ts'
import { insertKeys, insertSessions, selectBareKey } from './queries.ts'
import { openTarget } from './target.ts'

/**
 * What it costs to know who asks: `npm run bench:access -- [--requests N]`, on the database of DATABASE_URL or on an
 * embedded one that is deleted afterwards.
 *
 * Keys and sessions, at 1, 100 and 10,000 distinct ones that take turns: `warm` when they are remembered, `cold` when they
 * have to be looked up. `bare` looks a key up by its hash with one plain statement. One request after the other, in
 * milliseconds. The process only does this: no HTTP, no rate limit.
 */
const DISTINCT = [1, 100, 10_000]
const MOST = 10_000
/** More than anything is remembered for. */
const FORGET_MS = 60_000

type Quantiles = Record<'p50' | 'p95' | 'p99', number>

const say = (text: string) => process.stderr.write(`${text}\n`)
const { values } = parseArgs({ options: { requests: { type: 'string', default: '20000' } } })

const target = await openTarget(readConfig().databaseUrl, null)
const owner = connect(target.url)
await migrate(owner)
let statements = 0
const sql = connect(target.url, { role: APPLICATION_ROLE, onStatement: () => void statements++ })
let clock = Date.now()
const tokens = makeTokens(['a benchmark needs no random characters, only 32'])
const log = { info: () => {}, error: say }
const access = openAccess({ sql, url: target.url, tokens, now: () => new Date(clock), log })
try {
  console.log(JSON.stringify(await run(Number(values.requests))))
} finally {
  await access.close()
  await Promise.all([sql.end(), owner.end()])
  await target.close()
}

async function run(requests: number) {
  const engine = await detectEngine(sql)
  const { id: organizationId } = await createOrganization(sql, `Benchmark ${randomUUID()}`)
  const keys = Array.from({ length: MOST }, () => tokens.make('key'))
  const sessions = Array.from({ length: MOST }, () => tokens.make('session'))
  await insertKeys(sql, organizationId, keys.map(hashToken))
  await insertSessions(sql, organizationId, sessions.map(hashToken))
  await owner`analyze`
  const shown = {
    key: keys.map((key): Credentials => ({ authorization: `Bearer ${key}`, cookie: undefined })),
    session: sessions.map((token): Credentials => ({ authorization: undefined, cookie: `${SESSION_COOKIE}=${token}` })),
  }
  await untilRemembered(shown.key[0]!)
  say(`${engine.description}, ${requests.toLocaleString('en')} requests warm, a tenth cold, in milliseconds`)
  const bare = await measureBare(sql, keys.map(hashToken), requests / 10)
  print('bare select', bare)
  const results = []
  for (const kind of ['key', 'session'] as const) {
    for (const distinct of DISTINCT) {
      const some = shown[kind].slice(0, distinct)
      const cold = await measureAccess(some, requests / 10, () => (clock += FORGET_MS))
      // The clock stands still, so that all are remembered after this.
      for (const one of some) await check(one)
      const warm = await measureAccess(some, requests, () => {})
      print(`${kind}, ${distinct.toLocaleString('en')} distinct, cold`, cold)
      print(`${kind}, ${distinct.toLocaleString('en')} distinct, warm`, warm)
      results.push({ kind, distinct, cold, warm })
    }
  }
  const warmP95 = Math.max(...results.map(({ warm }) => warm.p95))
  return { engine: engine.description, bare, results, warmP95, targetMs: 0.3, reached: warmP95 <= 0.3 }
}

/** Nothing is remembered before the connection that listens is there. */
async function untilRemembered(shown: Credentials) {
  for (let before = -1; before !== statements;) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await check(shown)
    before = statements
    await check(shown)
  }
}

async function check(shown: Credentials) {
  if (!(await access.authenticate(shown, null))) throw new Error('A token that counts was refused')
}

/** `before` is called before each round over all of them. */
async function measureAccess(shown: readonly Credentials[], requests: number, before: () => void): Promise<Quantiles> {
  const times: number[] = []
  while (times.length < requests) {
    before()
    for (const one of shown.slice(0, requests - times.length)) {
      const begun = performance.now()
      await check(one)
      times.push(performance.now() - begun)
    }
  }
  return quantiles(times)
}

async function measureBare(sql: Sql, hashes: readonly Buffer[], requests: number): Promise<Quantiles> {
  const times: number[] = []
  for (let index = 0; index < requests + 100; index++) {
    const begun = performance.now()
    await selectBareKey(sql, hashes[index % hashes.length]!)
    // The first hundred warm up.
    if (index >= 100) times.push(performance.now() - begun)
  }
  return quantiles(times)
}

function quantiles(times: number[]): Quantiles {
  times.sort((a, b) => a - b)
  const at = (p: number) => Number(times[Math.ceil(p * times.length) - 1]!.toFixed(4))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function print(name: string, { p50, p95, p99 }: Quantiles) {
  say(`${name.padEnd(32)} p50 ${p50.toFixed(3)}  p95 ${p95.toFixed(3)}  p99 ${p99.toFixed(3)}`)
}

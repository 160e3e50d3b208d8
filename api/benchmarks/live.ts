import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { connect } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { measureDelivery } from './live/delivery.ts'
import { type Fanout, measureCosts, measureFanout } from './live/fanout.ts'
import { measureStatements } from './live/sharing.ts'
import { openStage, type Stage } from './live/stage.ts'
import { measureStalled } from './live/stalled.ts'
import { openTarget } from './target.ts'

/**
 * What live answers cost: `npm run bench:live -- [--rounds N] [--clients N]`, on the database of DATABASE_URL or on an
 * embedded one that is deleted afterwards. Servers and clients are processes of their own on this machine, and talk over
 * 127.0.0.1. docs/benchmarks.md says what the figures are.
 */
const say = (text: string) => process.stderr.write(`${text}\n`)
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, clients: { type: 'string', default: '2000' } },
})
const [rounds, clients] = [Number(values.rounds), Number(values.clients)]
/** Of the smaller fan-out. */
const FEWER = 300
const WATCHERS = 1_000
const QUESTIONS = 20

const target = await openTarget(readConfig().databaseUrl, null)
const owner = connect(target.url)
try {
  await migrate(owner)
  const { grade, description } = await detectEngine(owner)
  say(`${description}, ${clients.toLocaleString('en')} clients, ${rounds} rounds`)
  const { id } = await createOrganization(owner, `Benchmark ${randomUUID()}`)
  const stage = await openStage(target.url, id)
  const figures = await run(stage).finally(stage.close)
  console.log(JSON.stringify({ engine: { grade, version: description }, ...figures }))
} finally {
  await owner.end()
  await target.close()
}

async function run(stage: Stage) {
  const alone = await measureCosts(stage, 1, rounds)
  const fewer = shown(FEWER, await measureFanout(stage, FEWER, rounds, alone.costs))
  const more = shown(clients, await measureFanout(stage, clients, rounds, alone.costs))
  const statementsPerTick = await measureStatements(stage, WATCHERS, QUESTIONS)
  say(`${WATCHERS} subscriptions to ${QUESTIONS} questions: ${statementsPerTick} statements for a change`)
  const { lost, p50Ms, p99Ms } = await measureDelivery(stage, clients, rounds)
  say(`${clients} clients, ${rounds} changes: ${lost} lost, p50 ${p50Ms} ms, p99 ${p99Ms} ms`)
  const stalled = await measureStalled(stage, rounds)
  say(`One that does not read: ${JSON.stringify(stalled)}`)
  return {
    fanoutCpuRatio: { clients300: fewer.ratio, clients2000: more.ratio },
    fanoutCpuRatioOfAll: { clients300: fewer.ratioOfAll, clients2000: more.ratioOfAll },
    ...{ statementsPerTick, clients, lost, p50Ms, p99Ms, stalled },
  }
}

function shown(count: number, fanout: Fanout): Fanout {
  const { ratio, ratioOfAll, oursUs, rawUs, bytes } = fanout
  say(
    `${count} clients, ${bytes} bytes: ${oursUs} us a message, plain ws ${rawUs}: ${ratio} times; ` +
      `${ratioOfAll} times with what the answer costs`,
  )
  return fanout
}

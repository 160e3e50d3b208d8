import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '../measure.ts'
import { liveQuery } from './question.ts'
import type { Stage } from './stage.ts'

/** A question is asked once a second at most. */
const PAUSE_MS = 1_100
/** The first ones warm up. */
const WARM_UP = 3

/** Processor time of a server for one change, in microseconds. */
interface Costs {
  ours: number
  raw: number
}

/** Processor time for each message that is delivered, ours to that of a plain broadcast of the same bytes. */
export interface Fanout {
  /** What one client more costs, without what it takes to count and to write the answer once. */
  ratio: number
  /** With that. */
  ratioOfAll: number
  oursUs: number
  rawUs: number
  bytes: number
}

/** Both servers tell so many clients of one change after the other, in turns. `alone` is what it costs to tell only one. */
export async function measureFanout(stage: Stage, clients: number, rounds: number, alone: Costs): Promise<Fanout> {
  const { costs, bytes } = await measureCosts(stage, clients, rounds)
  const each = (of: keyof Costs) => (costs[of] - alone[of]) / (clients - 1)
  const figure = (value: number) => Number(value.toFixed(2))
  return {
    ratio: figure(each('ours') / each('raw')),
    ratioOfAll: figure(costs.ours / costs.raw),
    oursUs: figure(each('ours')),
    rawUs: figure(each('raw')),
    bytes,
  }
}

/** What it costs to tell so many clients of a change: medians of the rounds. */
export async function measureCosts(
  stage: Stage,
  clients: number,
  rounds: number,
): Promise<{ costs: Costs; bytes: number }> {
  const { key, begin } = stage
  const queries = [liveQuery(begin, 0)]
  await stage.clients.call('open', {
    group: 'ours',
    port: stage.port,
    clients,
    live: { key, queries, subscriptionsEach: 1 },
  })
  await stage.clients.call('open', { group: 'raw', port: stage.rawPort, clients, live: null })
  await receive(stage, 'ours', clients)
  const costs: Record<keyof Costs, number[]> = { ours: [], raw: [] }
  const bytes: number[] = []
  for (let round = 0; round < WARM_UP + rounds; round++) {
    await sleep(PAUSE_MS)
    const ours = await costOf(stage.ours, async () => {
      await stage.sendBatch()
      await receive(stage, 'ours', clients)
    })
    const size = await stage.clients.call('latest', 'ours')
    const raw = await costOf(stage.raw, async () => {
      await stage.raw.call('send', 'x'.repeat(size))
      await receive(stage, 'raw', clients)
    })
    if (round < WARM_UP) continue
    costs.ours.push(ours)
    costs.raw.push(raw)
    bytes.push(size)
  }
  for (const group of ['ours', 'raw']) await stage.clients.call('close', group)
  return { costs: { ours: median(costs.ours), raw: median(costs.raw) }, bytes: median(bytes) }
}

async function costOf(
  server: { call(name: 'cpuUs', argument: undefined): Promise<number> },
  work: () => Promise<void>,
): Promise<number> {
  const before = await server.call('cpuUs', undefined)
  await work()
  return (await server.call('cpuUs', undefined)) - before
}

async function receive(stage: Stage, group: string, messages: number): Promise<void> {
  const missing = await stage.clients.call('wait', { group, messages })
  if (missing !== 0) throw new Error(`Of ${messages} messages ${missing} did not come`)
}

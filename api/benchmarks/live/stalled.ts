import { percentile } from '../measure.ts'
import { sendEvents } from './delivery.ts'
import { liveQuery } from './question.ts'
import type { Stage } from './stage.ts'

const CLIENTS = 100
/** Of the one that does not read: more than the system takes for it, within a few seconds. */
const ITS_SUBSCRIPTIONS = 500

/** What one client that does not read does to the server and to the others. */
export interface Stalled {
  /** Whether the server went on. */
  alive: boolean
  /** How soon the other 99 hear of changes, to how soon they do without it (p99). */
  othersP99Ratio: number
  /** The most that the server's memory was above what it was before. */
  heapMb: number
}

/** One of a hundred clients stops reading, while changes go on. */
export async function measureStalled(stage: Stage, events: number): Promise<Stalled> {
  const { port, key, begin } = stage
  const live = { key, queries: [liveQuery(begin, 0)], subscriptionsEach: 1 }
  await stage.clients.call('open', { group: 'others', port, clients: CLIENTS - 1, live })
  await stage.clients.call('wait', { group: 'others', messages: CLIENTS - 1 })
  const without = await watchOthers(stage, events)
  const stalled = { ...live, subscriptionsEach: ITS_SUBSCRIPTIONS }
  await stage.clients.call('open', { group: 'stalled', port, clients: 1, live: stalled })
  await stage.clients.call('wait', { group: 'stalled', messages: ITS_SUBSCRIPTIONS })
  const before = await stage.ours.call('memoryMb', undefined)
  await stage.clients.call('pause', 'stalled')
  const withIt = await watchOthers(stage, events)
  for (const group of ['others', 'stalled']) await stage.clients.call('close', group)
  return {
    alive: stage.ours.isAlive(),
    othersP99Ratio: Number((withIt.p99Ms / without.p99Ms).toFixed(2)),
    heapMb: Number(Math.max(0, withIt.mostMb - before).toFixed(1)),
  }
}

/** How soon the others hear of changes, and the most memory meanwhile: a collection makes everyone wait, so both are always taken. */
async function watchOthers(stage: Stage, events: number): Promise<{ p99Ms: number; mostMb: number }> {
  const memory: number[] = []
  const note = async () => void memory.push(await stage.ours.call('memoryMb', undefined))
  const watching = setInterval(() => void note(), 2_000)
  const sent = await sendEvents(stage, 'others', events)
  clearInterval(watching)
  await note()
  const delays = await stage.clients.call('delays', { group: 'others', sent })
  if (delays.includes(null)) throw new Error('Others did not hear of a change')
  const came = delays.filter((delay) => delay !== null).sort((a, b) => a - b)
  return { p99Ms: percentile(came, 0.99), mostMb: Math.max(...memory) }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { makeBatches } from '../sent-jobs.ts'
import { percentile } from '../measure.ts'
import { liveQuery } from './question.ts'
import type { Stage } from './stage.ts'

/** A change that everyone watches. */
const EVENT_MS = 1_100
/** Other jobs that come in meanwhile, through the same server: so many each time. */
const OTHERS = 100
const OTHERS_MS = 200

/** What came of the changes that were made. */
export interface Delivery {
  clients: number
  /** Changes that a client never heard of, of all clients together. */
  lost: number
  /** From before a change is recorded until a client has it. */
  p50Ms: number
  p99Ms: number
}

/** How sure and how soon so many clients hear of changes while the server takes in other jobs. */
export async function measureDelivery(stage: Stage, clients: number, events: number): Promise<Delivery> {
  const { port, key, begin } = stage
  const live = { key, queries: [liveQuery(begin, 0)], subscriptionsEach: 1 }
  await stage.clients.call('open', { group: 'delivery', port, clients, live })
  await stage.clients.call('wait', { group: 'delivery', messages: clients })
  const ingest = startIngest(stage)
  const sent = await sendEvents(stage, 'delivery', events)
  await ingest.stop()
  const delays = await stage.clients.call('delays', { group: 'delivery', sent })
  await stage.clients.call('close', 'delivery')
  const came = delays.filter((delay) => delay !== null).sort((a, b) => a - b)
  return { clients, lost: delays.length - came.length, p50Ms: percentile(came, 0.5), p99Ms: percentile(came, 0.99) }
}

/** Makes changes one after the other, and waits until the last one has had its time. */
export async function sendEvents(stage: Stage, group: string, events: number) {
  await stage.clients.call('forget', group)
  const sent: { batch: number; at: number }[] = []
  for (let event = 0; event < events; event++) {
    await sleep(EVENT_MS)
    const at = Date.now()
    sent.push({ batch: await stage.sendBatch(), at })
  }
  await sleep(3 * EVENT_MS)
  return sent
}

/** Jobs that lie before the range of the question: the server has work with them, and the answer stays. */
function startIngest({ port, key, begin }: Stage) {
  let isStopped = false
  const work = async () => {
    for (let round = 0; !isStopped; round++) {
      const [jobs] = makeBatches(`others-${round}`, OTHERS, new Date(begin.getTime() - 86_400_000))
      const body = jobs!.map((job) => `${JSON.stringify(job)}\n`).join('')
      const headers = { 'Content-Type': 'application/x-ndjson', Authorization: `Bearer ${key}` }
      const answer = await fetch(`http://127.0.0.1:${port}/ingest/jobs`, { method: 'POST', headers, body })
      if (answer.status !== 200) throw new Error(await answer.text())
      await answer.arrayBuffer()
      await sleep(OTHERS_MS)
    }
  }
  const working = work()
  return {
    async stop() {
      isStopped = true
      await working
    },
  }
}

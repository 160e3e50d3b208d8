import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '../measure.ts'
import { liveQuery } from './question.ts'
import type { Stage } from './stage.ts'

const TICKS = 6
/** Longer than the pause between two runs, and than they take. */
const TICK_MS = 1_500

/** So many clients with one of so many questions each: the statements that one change causes. */
export async function measureStatements(stage: Stage, clients: number, questions: number): Promise<number> {
  const { port, key, begin } = stage
  const queries = Array.from({ length: questions }, (_, number) => liveQuery(begin, number))
  await stage.clients.call('open', { group: 'sharing', port, clients, live: { key, queries, subscriptionsEach: 1 } })
  await stage.clients.call('wait', { group: 'sharing', messages: clients })
  const statements: number[] = []
  for (let tick = 0; tick < TICKS; tick++) {
    await sleep(TICK_MS)
    const before = await stage.ours.call('tables', undefined)
    await stage.sendBatch()
    const missing = await stage.clients.call('wait', { group: 'sharing', messages: clients })
    if (missing !== 0) throw new Error(`Of ${clients} messages ${missing} did not come`)
    statements.push((await stage.ours.call('tables', undefined)) - before)
  }
  await stage.clients.call('close', 'sharing')
  return median(statements)
}

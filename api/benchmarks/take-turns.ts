import { randomUUID } from 'node:crypto'
import { makeBatches, type SentJob } from './sent-jobs.ts'
import { type Sending, WAYS, type Way } from './ways-to-send.ts'

/** Rows a second of each way. */
export type Round = Record<Way, number>

interface Effort {
  /** New jobs for each way in each round. */
  rows: number
  rounds: number
  /** Is awaited before each way, outside of the time that is measured. */
  settle: () => Promise<unknown>
  say: (text: string) => void
}

/**
 * Sends jobs in all ways, in rounds. The ways take turns, so that they share what disturbs them, and each round begins with
 * another one. The first round warms up and is not returned.
 */
export async function takeTurns(ways: Record<Way, Sending>, { rows, rounds, settle, say }: Effort): Promise<Round[]> {
  const measured: Round[] = []
  let turnsLeft = (rounds + 1) * WAYS.length
  for (let round = 0; round <= rounds; round++) {
    const speeds: Round = { bare: 0, record: 0, rawHttp: 0, ndjson: 0, graphql: 0 }
    for (const index of WAYS.keys()) {
      const way = WAYS[(index + round) % WAYS.length]!
      // Time goes on, as it does for jobs: there is one a second, and the last one is of now.
      const end = new Date(Date.now() - --turnsLeft * rows * 1000)
      const batches = makeBatches(randomUUID(), rows, end)
      await settle()
      speeds[way] = (rows / (await timeOf(ways[way], batches))) * 1000
      say(`${round === 0 ? 'warm-up' : `round ${round}`}  ${way.padEnd(8)} ${Math.round(speeds[way])} rows/s`)
      // Three ways write to the tables of jobs and two to the bare ones: so that both stay of one size.
      if (way === 'graphql') await timeOf(ways.bare, batches)
    }
    if (round > 0) measured.push(speeds)
  }
  return measured
}

/** How long it takes to send all batches, in milliseconds. */
async function timeOf({ whole, prepare }: Sending, batches: SentJob[][]): Promise<number> {
  let ms = 0
  for (const jobs of whole ? [batches.flat()] : batches) {
    const send = prepare(jobs)
    const begun = performance.now()
    await send()
    ms += performance.now() - begun
  }
  return ms
}

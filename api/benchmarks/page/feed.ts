import { setTimeout as sleep } from 'node:timers/promises'
import { makeBatches } from '../sent-jobs.ts'
import type { ServerProcess } from '../server-process.ts'

/** Jobs that keep coming in. */
export interface Feed {
  /** How many were sent so far. */
  sent(): number
  /** Sends no more, and waits for what is under way. */
  close(): Promise<void>
}

const BATCHES_A_SECOND = 4

/** Sends so many jobs a second over HTTP, in a few batches, until it is closed. */
export function openFeed({ port, authorization }: ServerProcess, jobsASecond: number): Feed {
  const rows = Math.ceil(jobsASecond / BATCHES_A_SECOND)
  let [sent, batch, isOpen] = [0, 0, true]
  const send = async () => {
    while (isOpen) {
      const [jobs] = makeBatches(`feed-${++batch}`, rows, new Date())
      const body = jobs!.map((job) => `${JSON.stringify(job)}\n`).join('')
      const headers = { 'Content-Type': 'application/x-ndjson', ...(authorization && { Authorization: authorization }) }
      const response = await fetch(`http://127.0.0.1:${port}/ingest/jobs`, { method: 'POST', headers, body })
      const answer = (await response.json()) as { accepted?: number }
      if (answer.accepted !== rows) throw new Error(`Jobs were not taken: ${JSON.stringify(answer)}`)
      sent += rows
      await sleep(1000 / BATCHES_A_SECOND)
    }
  }
  const running = send()
  return {
    sent: () => sent,
    close() {
      isOpen = false
      return running
    },
  }
}

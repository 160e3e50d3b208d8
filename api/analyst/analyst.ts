import { hash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { serialize } from 'node:v8'
import { LRUCache } from 'lru-cache'
import { Piscina } from 'piscina'
import type { ANALYSES, AnalysisName } from './analyses.ts'

type InputOf<Name extends AnalysisName> = Parameters<(typeof ANALYSES)[Name]>[0]
type ResultOf<Name extends AnalysisName> = ReturnType<(typeof ANALYSES)[Name]>

/** Does the analyses of `analytics/`, beside the event loop. */
export interface Analyst {
  /**
   * Runs one analysis on a thread, or finds what it gave before for the same input: an answer is remembered by its numbers,
   * so data that change give another one by themselves. Throws what the analysis throws.
   */
  analyse<Name extends AnalysisName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>
  /** Ends the threads; what is under way is not waited for. */
  close(): Promise<void>
}

/** Of inputs and answers together, roughly. */
const REMEMBERED_BYTES = 64 * 1024 * 1024
const IDLE_MS = 30_000

/** Makes it. Threads start when there is something to do, one fewer than there are processors, and end when there is not. */
export function makeAnalyst(): Analyst {
  const threads = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    name: 'work',
    minThreads: 0,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: IDLE_MS,
  })
  const remembered = new LRUCache<string, Promise<unknown>>({ maxSize: REMEMBERED_BYTES })
  return {
    async analyse(name, input) {
      // Written once: for its hash, and for the thread.
      const bytes = serialize(input)
      const key = `${name} ${hash('sha256', bytes)}`
      const known = remembered.get(key)
      if (known) return known as Promise<ResultOf<typeof name>>
      const answer: Promise<ResultOf<typeof name>> = threads.run({ name, bytes })
      remembered.set(key, answer, { size: 4 * bytes.length })
      answer.catch(() => remembered.delete(key))
      return answer
    },
    close: () => threads.destroy(),
  }
}

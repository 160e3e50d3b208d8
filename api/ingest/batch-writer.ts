import type { JobEvent } from './job-event.ts'

/** Two: the database has work while we wait for a commit, and a second processor is used. */
const AT_ONCE = 2

interface Options<Batch, Result> {
  write: (batch: Batch) => Promise<Result>
  /** Is told of each batch that was written, in the order in which they were put. */
  written: (batch: Batch, result: Result) => void
  /** Whether a second batch may be written beside the first. Default: always. */
  mayOverlap?: () => boolean
}

export interface BatchWriter<Batch> {
  /** Begins to write a batch, as soon as it may. Throws what an earlier batch failed with; `batch` is not written then. */
  put(batch: Batch): Promise<void>
  /** Waits until all are written. Throws what the first failed with; later ones may have been kept then. */
  settle(): Promise<void>
}

/**
 * Writes batches two at a time, with the same outcome as one after the other: a batch that tells of a job of an earlier one
 * waits for it, because what comes first matters where times have to be assumed, and where reports contradict each other.
 */
export function makeBatchWriter<Batch extends { events: JobEvent[] }, Result>({
  write,
  written,
  mayOverlap = () => true,
}: Options<Batch, Result>): BatchWriter<Batch> {
  const running: { jobs: Set<string>; done: Promise<void> }[] = []
  let failed = false

  async function oldest() {
    try {
      await running[0]?.done
      running.shift()
    } catch (error) {
      await Promise.allSettled(running.map(({ done }) => done))
      throw error
    }
  }
  async function writeAfter(before: Promise<void> | undefined, batch: Batch) {
    const result = await write(batch)
    await before
    written(batch, result)
  }

  return {
    async put(batch) {
      const jobs = new Set(batch.events.map(({ pipeline, externalId }) => `${pipeline}\0${externalId}`))
      const mustWait = () =>
        running.length > 0 &&
        (running.length === AT_ONCE || !mayOverlap() || running.some((other) => meet(other.jobs, jobs)))
      while (failed || mustWait()) await oldest()
      const done = writeAfter(running.at(-1)?.done, batch)
      // It is awaited later; until then a failure must not count as unhandled.
      done.catch(() => (failed = true))
      running.push({ jobs, done })
    },
    async settle() {
      while (running.length > 0) await oldest()
    },
  }
}

function meet(some: Set<string>, others: Set<string>): boolean {
  for (const one of others) if (some.has(one)) return true
  return false
}

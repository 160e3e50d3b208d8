import type { Readable } from 'node:stream'
import type { Reach } from '../db/reach.ts'
import type { Turns } from '../lib/turns.ts'
import { makeBatchWriter } from './batch-writer.ts'
import { beyondReach } from './beyond-reach.ts'
import { bodyChunks } from './body-chunks.ts'
import { BadBody, BodyTooLarge, type Progress } from './body-errors.ts'
import { checkJob } from './check.ts'
import type { JobEvent, RecordResult } from './job-event.ts'
import { LIMITS } from './limits.ts'
import { type Line, makeLineCutter } from './lines.ts'
import { parseLine } from './parse-line.ts'
import { type IngestDeps, recordEvents } from './write.ts'

export interface IngestJobsDeps extends IngestDeps {
  now: () => Date
  /** Bodies share them, so that many at once leave connections to the database for others. */
  turns: Turns
}

export interface IngestJobsOptions {
  /** True when the body is compressed with gzip. */
  gzip: boolean
  /** Most bytes, after decompression; 8 GiB when left out. */
  maxBytes?: number
}

/** The answer to a body of events. Every line that is not blank is counted in one of the first three. */
export interface IngestResult extends Progress {
  /** The first 1,000 rejected lines by number (from 1); `errorsOmitted` says how many more there are. */
  errors: { line: number; reason: string }[]
  errorsOmitted: number
}

/**
 * Records a body of job events, one JSON object a line (NDJSON), however long it is. Lines are read while the two batches
 * before them are being written, never further ahead, so memory stays flat and a slow database slows the sender down. Each
 * batch that was written is kept, also when the body turns out to be broken further down.
 *
 * Throws `BodyTooLarge` or `BadBody`, both with the progress up to there, or whatever the database throws. The body is not
 * destroyed then: answer, and close the connection.
 */
export async function ingestJobs(
  deps: IngestJobsDeps,
  reach: Reach,
  body: Readable,
  options: IngestJobsOptions,
): Promise<IngestResult> {
  const recorder = makeRecorder(deps, reach)
  const lines = makeLineCutter(LIMITS.lineBytes)
  const bounds = { gzip: options.gzip, maxBytes: options.maxBytes ?? LIMITS.bodyBytes }
  try {
    for await (const chunk of bodyChunks(body, bounds)) {
      await recorder.take(lines.cut(chunk))
    }
    await recorder.take(lines.last())
    return await recorder.finish()
  } catch (error) {
    if (error instanceof BodyTooLarge || error instanceof BadBody) error.progress = await recorder.settle()
    throw error
  }
}

/** Gathers events into batches and has them written. */
function makeRecorder(deps: IngestJobsDeps, reach: Reach) {
  const result: IngestResult = { accepted: 0, unchanged: 0, rejected: 0, errors: [], errorsOmitted: 0 }
  let batch = newBatch()

  function reject(line: number, reason: string) {
    result.rejected++
    if (result.errors.length < LIMITS.errorsListed) result.errors.push({ line, reason })
    else result.errorsOmitted++
  }

  const writer = makeBatchWriter<Batch, RecordResult>({
    write: ({ events }) => deps.turns.take(() => recordEvents(deps, reach.organizationId, events)),
    mayOverlap: deps.turns.isFree,
    written({ lines }, recorded) {
      result.accepted += recorded.accepted
      result.unchanged += recorded.unchanged
      for (const { index, reason } of recorded.errors) reject(lines[index]!, reason)
    },
  })

  function add({ number, bytes }: Line) {
    const event = bytes ? readEvent(bytes, reach, deps.now()) : { wrong: TOO_LONG }
    if (event === null) return
    if ('wrong' in event) return reject(number, event.wrong)
    batch.events.push(event)
    batch.lines.push(number)
    batch.bytes += bytes?.length ?? 0
  }

  /** Begins to write the batch, as soon as there is room. */
  async function flush() {
    const full = batch
    batch = newBatch()
    await writer.put(full)
  }

  /** What has become of all batches, once the last one is written. */
  async function settle(): Promise<IngestResult> {
    await writer.settle()
    result.errors.sort((a, b) => a.line - b.line)
    return result
  }

  return {
    async take(lines: Iterable<Line>) {
      for (const line of lines) {
        add(line)
        if (batch.events.length >= LIMITS.linesPerBatch || batch.bytes >= LIMITS.bytesPerBatch) await flush()
      }
    },
    async finish(): Promise<IngestResult> {
      await flush()
      return settle()
    },
    settle,
  }
}

interface Batch {
  events: JobEvent[]
  /** The line of each event. */
  lines: number[]
  bytes: number
}

function newBatch(): Batch {
  return { events: [], lines: [], bytes: 0 }
}

const TOO_LONG = `The line has more than ${LIMITS.lineBytes} bytes: send one job a line, and a shorter one.`

/** The event on a line; null for a blank line. */
function readEvent(bytes: Buffer, reach: Reach, now: Date): JobEvent | { wrong: string } | null {
  const parsed = parseLine(bytes)
  if (!parsed || 'wrong' in parsed) return parsed
  const checked = checkJob(parsed.value, now)
  if (!checked.ok) return { wrong: checked.reason }
  const wrong = beyondReach(reach, checked.event.pipeline)
  return wrong === null ? checked.event : { wrong }
}

import type { JobState } from './job-state.ts'

/** What a job takes besides its texts: numbers, times, identity, and its place in the indexes. */
const JOB_BYTES = 200
/** The same for each earlier attempt. */
const ATTEMPT_BYTES = 100
/** The same for each label and metric. */
const ENTRY_BYTES = 8

/**
 * What a job counts for the quota of stored bytes: its texts in UTF-8, and a fixed amount for the rest. Near to what the
 * database takes before it compresses; exact in that the same job always counts the same.
 */
export function storedBytes(externalId: string, state: JobState): number {
  const { trigger, latest, labels, metrics, earlierAttempts } = state
  let bytes = JOB_BYTES + sizeOf(externalId) + sizeOf(trigger) + sizeOf(latest.error)
  for (const name in labels) bytes += sizeOf(name) + sizeOf(labels[name]!) + ENTRY_BYTES
  for (const name in metrics) bytes += sizeOf(name) + ENTRY_BYTES
  for (const { error } of earlierAttempts) bytes += ATTEMPT_BYTES + sizeOf(error)
  return bytes
}

function sizeOf(text: string | null): number {
  return text === null ? 0 : Buffer.byteLength(text)
}

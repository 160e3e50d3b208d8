/** A job as a sender writes it: the fields of NDJSON and of the GraphQL input alike, about 300 bytes as JSON. */
export interface SentJob {
  pipeline: string
  externalId: string
  status: 'SUCCEEDED' | 'FAILED'
  queuedAt: string
  startedAt: string
  finishedAt: string
  trigger: string
  error?: string
  labels: { name: string; value: string }[]
  metrics: { name: string; value: number }[]
}

const BATCH = 1_000

/** Batches of 1,000 new jobs, one after the other in time, in 40 pipelines. `run` makes their external ids new. */
export function makeBatches(run: string, rows: number, end: Date): SentJob[][] {
  const batches: SentJob[][] = []
  for (let from = 0; from < rows; from += BATCH) {
    const size = Math.min(BATCH, rows - from)
    batches.push(Array.from({ length: size }, (_, index) => makeJob(run, from + index, end.getTime() - rows * 1000)))
  }
  return batches
}

function makeJob(run: string, n: number, begin: number): SentJob {
  const queued = begin + n * 1000
  const isFailed = n % 20 === 0
  const at = (seconds: number) => new Date(queued + seconds * 1000).toISOString()
  return {
    pipeline: `pipeline-${n % 40}`,
    externalId: `${run}-${n}`,
    status: isFailed ? 'FAILED' : 'SUCCEEDED',
    queuedAt: at(0),
    startedAt: at(0.25),
    finishedAt: at(1 + (n % 97)),
    trigger: 'schedule',
    ...(isFailed && { error: 'connect ETIMEDOUT 10.0.0.1:443' }),
    labels: [
      { name: 'region', value: 'eu-west-1' },
      { name: 'team', value: `team-${n % 7}` },
    ],
    metrics: [{ name: 'rows', value: n % 1000 }],
  }
}

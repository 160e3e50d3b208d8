import type { SentJob } from '../sent-jobs.ts'

/** So many rows that a message with all of them is about 4.8 kB. */
export const PIPELINES = 82

export const DOCUMENT = `subscription ($query: MetricQuery!) {
  table(query: $query) { revision table { rows } changed { index cells complete } asOf }
}`

/** One row for each pipeline, all of which change with each batch. A number makes it another question with the same answer. */
export function liveQuery(begin: Date, number: number): object {
  const range = { from: begin.toISOString(), to: new Date(begin.getTime() + 7 * 86_400_000).toISOString() }
  const filters = number === 0 ? [] : [{ dimension: 'trigger', op: 'NOT_IN', values: [`none-${number}`] }]
  return {
    dataset: 'jobs',
    measures: ['count'],
    dimensions: ['pipeline'],
    filters,
    range,
    orderBy: [{ by: 'pipeline', direction: 'ASC' }],
  }
}

/** A job of each pipeline. After batch n each row of the answer says n. */
export function makeBatch(number: number): SentJob[] {
  const at = new Date().toISOString()
  return Array.from({ length: PIPELINES }, (_, index) => ({
    ...{ pipeline: pipelineName(index), externalId: `batch-${number}`, status: 'SUCCEEDED', trigger: 'schedule' },
    ...{ queuedAt: at, startedAt: at, finishedAt: at, labels: [], metrics: [] },
  }))
}

/** The number of the newest batch that a message tells of; 0 for one that tells of none. */
export function batchIn(message: string): number {
  return Number(/"pipeline-000",(\d+)/.exec(message)?.[1] ?? 0)
}

function pipelineName(index: number): string {
  return `pipeline-${String(index).padStart(3, '0')}`
}

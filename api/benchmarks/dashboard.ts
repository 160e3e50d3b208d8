import type { MetricQuery } from '../features/metrics/index.ts'

/** What a dashboard asks, and the same by hand over the single rows. */
export interface DashboardQuestion {
  name: string
  query: MetricQuery
  /** Hand-written: a row for each bucket or key, and the measures in their order. */
  raw: RawName
}

export const RAW_NAMES = ['byDay', 'byDayOfYear', 'byHour', 'byPipeline'] as const
export type RawName = (typeof RAW_NAMES)[number]

const jobs = { dataset: 'jobs', timezone: 'UTC' }

/** Four panels: the last 30 days by day, a year by day, the last week by hour, and the pipelines of 30 days. */
export function dashboardQuestions(to: Date): DashboardQuestion[] {
  const days = (count: number) => ({ from: new Date(to.getTime() - count * 86_400_000), to })
  return [
    {
      name: '30 days by day',
      query: { ...jobs, measures: ['count', 'failure_rate', 'duration_avg'], range: days(30), every: 'DAY' },
      raw: 'byDay',
    },
    {
      name: '365 days by day',
      query: { ...jobs, measures: ['count'], range: days(365), every: 'DAY' },
      raw: 'byDayOfYear',
    },
    {
      name: '7 days by hour',
      query: { ...jobs, measures: ['count', 'failed'], range: days(7), every: 'HOUR' },
      raw: 'byHour',
    },
    {
      name: '30 days by pipeline',
      query: {
        ...jobs,
        ...{ measures: ['count', 'duration_avg'], dimensions: ['pipeline'], range: days(30) },
        orderBy: [{ by: 'pipeline', direction: 'ASC' }],
      },
      raw: 'byPipeline',
    },
  ]
}

/** What the page of a pipeline asks for a week: its numbers against those of the week before, and its charts by the hour. */
export function pipelinePageQuestions(to: Date, pipeline: string): { numbers: MetricQuery; charts: MetricQuery } {
  const asked = {
    ...jobs,
    filters: [{ dimension: 'pipeline', values: [pipeline] }],
    range: { from: new Date(to.getTime() - 7 * 86_400_000), to },
  }
  const statuses = ['failed', 'timed_out', 'cancelled', 'succeeded', 'running', 'queued']
  const measures = [...statuses, 'failure_rate', 'duration_p50', 'duration_p95', 'queue_p95']
  return {
    numbers: {
      ...asked,
      measures: ['count', 'failure_rate', 'duration_p50', 'duration_p95'],
      compare: 'PREVIOUS_PERIOD',
    },
    charts: { ...asked, measures, every: 'HOUR' },
  }
}

/** The p95 of each of 30 days. */
export function p95Question(to: Date): MetricQuery {
  return {
    ...jobs,
    measures: ['duration_p95'],
    range: { from: new Date(to.getTime() - 30 * 86_400_000), to },
    every: 'DAY',
  }
}

/** A chart with 720 buckets, for what the API adds to the statement. */
export function hourlyQuestion(to: Date): MetricQuery {
  return {
    ...jobs,
    ...{ measures: ['count', 'failure_rate'], dimensions: ['status'], every: 'HOUR' },
    range: { from: new Date(to.getTime() - 30 * 86_400_000), to },
  }
}

import type { Benchmark as Found } from '../../../analytics/runs/benchmark-run.ts'
import { runSentence } from '../../../analytics/sentences/run-sentence.ts'
import { DAY_MS, HOUR_MS, wallOf } from '../../lib/zoned-time.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { Job, type JobRow } from '../jobs/index.ts'
import { checkTimezone } from '../metrics/index.ts'
import { selectEarlierRuns } from './queries.ts'

/** Runs that a job is compared with, at most, and from how long before it. */
const MOST_RUNS = 1_000
const DAYS_BEFORE = 90

/** A time of a job among those of other runs, and what it is called in a sentence. */
interface RunBenchmark extends Found {
  verb: string
}

interface JobBenchmark {
  duration: RunBenchmark | null
  queue: RunBenchmark | null
  reason: string | null
}

const Verdict = builder.enumType('RunVerdict', {
  description: 'How a time is among those of other runs.',
  values: {
    SLOW: { description: 'Above the band, and hardly any other is as long.' },
    FAST: { description: 'Below the band, and hardly any other is as short.' },
    NORMAL: {},
  },
})

const RunBenchmarkRef = builder.objectRef<RunBenchmark>('RunBenchmark').implement({
  description: 'A time of a job among those of earlier runs of its pipeline, in milliseconds.',
  fields: (t) => ({
    sentence: t.string({ description: 'All of it in one sentence.', resolve: sentenceOf }),
    verdict: t.expose('verdict', { type: Verdict }),
    actual: t.exposeFloat('actual'),
    expected: t.exposeFloat('expected', { description: 'The median of the others.' }),
    lower: t.exposeFloat('lower', { description: 'Lower end of the band in which times are normal.' }),
    upper: t.exposeFloat('upper', { description: 'Upper end of it.' }),
    ratio: t.exposeFloat('ratio', {
      nullable: true,
      description: 'Actual by expected; null when nothing was expected.',
    }),
    percentile: t.exposeFloat('percentile', { description: 'How many of 100 others were shorter.' }),
    pValue: t.exposeFloat('pValue', { description: 'Chance that one more of the others would be as far out.' }),
    count: t.int({ description: 'How many others there are.', resolve: ({ comparedWith }) => comparedWith.count }),
    weekday: t.int({
      nullable: true,
      description: 'The weekday that the others have in common with the job, 1 for Monday to 7; null: any.',
      resolve: ({ comparedWith: { weekday } }) => weekday,
    }),
    hour: t.int({
      nullable: true,
      description: 'The hour of the day that they have in common with it; null: any.',
      resolve: ({ comparedWith: { hour } }) => hour,
    }),
  }),
})

const JobBenchmarkRef = builder.objectRef<JobBenchmark>('JobBenchmark').implement({
  description:
    'Whether a job was slow for its pipeline, its weekday and its hour: its own time, and the time that it waited.',
  fields: (t) => ({
    duration: t.field({ type: RunBenchmarkRef, nullable: true, resolve: ({ duration }) => duration }),
    queue: t.field({
      type: RunBenchmarkRef,
      nullable: true,
      description: 'Null where it, or that of too many others, is not known.',
      resolve: ({ queue }) => queue,
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why nothing can be said; null when something is.',
    }),
  }),
})

builder.objectFields(Job, (t) => ({
  benchmark: t.field({
    type: JobBenchmarkRef,
    description:
      'How it did among the last 1,000 runs that succeeded in the 90 days before it: those of the same weekday and hour, of the same hour when ' +
      'these are fewer than 10, or all.',
    args: { timezone: t.arg.string({ defaultValue: 'UTC', description: 'IANA time zone of weekday and hour.' }) },
    resolve: (job, { timezone }, context) => benchmarkOf(job, checkTimezone(timezone ?? 'UTC'), context),
  }),
}))

async function benchmarkOf(job: JobRow, zone: string, context: Context): Promise<JobBenchmark> {
  const { durationMs, queueMs } = job
  if (durationMs === null) return { duration: null, queue: null, reason: 'How long it ran is not known yet.' }
  const at = new Date(job.at)
  const since = new Date(at.getTime() - DAYS_BEFORE * DAY_MS)
  const { organization } = context.viewer
  const runs = await selectEarlierRuns(context.sql, organization.id, {
    ...{ pipelineId: job.pipelineId, since, before: at, limit: MOST_RUNS },
  })
  const clocks = runs.map((run) => clockOf(run.at, zone))
  const found = await context.analyst.analyse('benchmarkRun', {
    run: { ...clockOf(at, zone), duration: durationMs, queue: queueMs ?? NaN },
    history: {
      weekday: clocks.map(({ weekday }) => weekday),
      hour: clocks.map(({ hour }) => hour),
      duration: runs.map((run) => run.durationMs),
      queue: runs.map((run) => run.queueMs ?? NaN),
    },
  })
  if (found) {
    const { duration, queue } = found
    return {
      duration: { ...duration, verb: 'It ran for' },
      queue: queue && { ...queue, verb: 'It waited for' },
      reason: null,
    }
  }
  const reason = `Only ${runs.length} runs of the pipeline succeeded in the ${DAYS_BEFORE} days before it: 10 are needed.`
  return { duration: null, queue: null, reason }
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

function sentenceOf({ comparedWith, ...told }: RunBenchmark): string {
  const { count, weekday, hour } = comparedWith
  const day = weekday === null ? '' : ` on ${WEEKDAYS[weekday - 1]}`
  const time = hour === null ? '' : ` at ${String(hour).padStart(2, '0')}:00`
  return runSentence({ ...told, others: `${count} runs${day}${time}` })
}

function clockOf(at: Date, zone: string): { weekday: number; hour: number } {
  const wall = wallOf(at.getTime(), zone)
  // 1 January 1970 was a Thursday, the fourth day of the week.
  return { weekday: ((Math.floor(wall / DAY_MS) + 3) % 7) + 1, hour: Math.floor((wall % DAY_MS) / HOUR_MS) }
}

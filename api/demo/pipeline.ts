/** When a pipeline's jobs are queued. All times are UTC. */
export type Rhythm =
  | { kind: 'every'; minutes: number; offset: number }
  | { kind: 'daily'; at: readonly string[]; batch?: number; weekdaysOnly?: boolean }
  | { kind: 'weekly'; weekday: number; at: string }
  /** Whenever something outside happens: `perDay` on a working day, spread by 24 weights; `weekend` is a share of that. */
  | { kind: 'events'; perDay: number; hours: readonly number[]; weekend: number }

/** A number that a job reports. */
export type DemoMetric =
  /** Counted while the job runs, so it grows: lognormal around `typical`, larger for a larger job. */
  | { name: string; grows: true; typical: number; spread: number }
  /** Known at the end of a job that succeeded: normal, rounded, kept between `min` and `max`. */
  | { name: string; grows: false; mean: number; deviation: number; decimals: number; min?: number; max?: number }

/** One pipeline of the demo organization, as data. */
export interface DemoPipeline {
  key: string
  rhythm: Rhythm
  /** One is picked for each job. */
  triggers: readonly string[]
  /** Lognormal: half of the jobs run shorter than `medianMs`; `spread` is the standard deviation of the logarithm. */
  run: { medianMs: number; spread: number }
  queue: { medianMs: number; spread: number }
  /** A job that runs longer than this is stopped as timed out. */
  timeoutMs: number
  /** Chance that an attempt fails, and that somebody cancels it. */
  failure: number
  cancellation: number
  /** Most attempts of one job, and how long the first retry waits; each later one waits twice as long. */
  attempts: number
  backoffMs: number
  /** Error texts with gaps in braces, see `error-text.ts`. */
  errors: readonly string[]
  /** Values to pick from; in a batch they are dealt out in turn. A label `release` is added by the story. */
  labels: Readonly<Record<string, readonly string[]>>
  metrics: readonly DemoMetric[]
  costPerMinute: number
  currency: string
}

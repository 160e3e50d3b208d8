/** How a pipeline behaves over some time, the same for all that are compared. */
export interface Behaviour {
  /** Runs begun in each of the 168 hours of the week. */
  hourOfWeek: ArrayLike<number>
  /** Quantiles of the duration in milliseconds, the same ones for each pipeline, such as p50 and p95. */
  durations: readonly number[]
  /** Runs that came to an end, well or not. */
  ended: number
  /** How many of them failed. */
  failed: number
}

/** In what pipelines can be alike. */
export const ASPECTS = ['hours', 'durations', 'failures', 'runs'] as const
export type Aspect = (typeof ASPECTS)[number]

/** Numbers for each aspect, scaled so that each aspect weighs the same in a Euclidean distance. */
export type BehaviourVector = Readonly<Record<Aspect, readonly number[]>>

/** Fewer pipelines are not compared: what is usual among them, the unit of all distances, is not known. */
export const FEWEST_PIPELINES = 3

import { arrivals } from './arrivals.ts'
import { errorText } from './error-text.ts'
import type { DemoMetric, DemoPipeline } from './pipeline.ts'
import type { PlannedAttempt, PlannedJob } from './planned-job.ts'
import { normal, pick, seededRandom, type Random } from './random.ts'
import { effectOn, type Effect } from './story.ts'

/** What the plan of a demo hangs on: two demos with the same values do exactly the same. */
export interface World {
  seed: number
  /** When the demo was first started, in ms since 1970. The story is told back from here. */
  start: number
}

/** The jobs of a pipeline that are queued within the hour that begins at `hour` (ms since 1970), in order. */
export function planHour(world: World, pipeline: DemoPipeline, hour: number): PlannedJob[] {
  const random = seededRandom(world.seed, pipeline.key, hour)
  return arrivals(pipeline.rhythm, hour, random).flatMap((queuedAt, index) => {
    const effect = effectOn(pipeline.key, queuedAt, world.start)
    return effect.exists ? [planJob(pipeline, effect, { queuedAt, index, random })] : []
  })
}

interface Place {
  queuedAt: number
  /** Place within its hour: the jobs of a batch get their labels in turn. */
  index: number
  random: Random
}

function planJob(pipeline: DemoPipeline, effect: Effect, { queuedAt, index, random }: Place): PlannedJob {
  const luck = normal(random)
  const size = Math.exp(pipeline.run.spread * luck) * effect.size
  const fullRunMs = Math.round(pipeline.run.medianMs * size * effect.run)
  return {
    pipeline: pipeline.key,
    externalId: `${compact(queuedAt)}-${String(index).padStart(2, '0')}`,
    trigger: pick(random, pipeline.triggers),
    labels: { ...dealLabels(pipeline, index, random), ...effect.labels },
    counted: Object.fromEntries(pipeline.metrics.flatMap((metric) => counted(metric, size, random))),
    found: Object.fromEntries(pipeline.metrics.flatMap((metric) => found(metric, random))),
    fullRunMs,
    costPerMinute: { amount: pipeline.costPerMinute * effect.cost, currency: pipeline.currency },
    attempts: planAttempts(pipeline, effect, { queuedAt, fullRunMs, random }),
  }
}

interface Beginning {
  queuedAt: number
  fullRunMs: number
  random: Random
}

/** Attempts until one succeeds, somebody cancels, or no more are allowed. */
function planAttempts(pipeline: DemoPipeline, effect: Effect, { queuedAt, fullRunMs, random }: Beginning) {
  const attempts: PlannedAttempt[] = []
  let queued = queuedAt
  for (let number = 1; number <= pipeline.attempts; number++) {
    const attempt = { number, ...planAttempt(pipeline, effect, { queuedAt: queued, fullRunMs, random }) }
    attempts.push(attempt)
    if (attempt.status !== 'FAILED') break
    queued = attempt.finishedAt + pipeline.backoffMs * 2 ** (number - 1)
  }
  return attempts
}

function planAttempt(pipeline: DemoPipeline, effect: Effect, { queuedAt, fullRunMs, random }: Beginning) {
  const wait = Math.ceil(pipeline.queue.medianMs * Math.exp(pipeline.queue.spread * normal(random)))
  const startedAt = queuedAt + wait
  const fate = random()
  const part = 0.05 + 0.95 * random()
  const end = (durationMs: number) => ({
    queuedAt,
    startedAt,
    finishedAt: startedAt + Math.max(1, Math.ceil(durationMs)),
  })

  if (fate < pipeline.cancellation) {
    const error = 'Cancelled: replaced by a newer run'
    if (part < 0.4) return { queuedAt, startedAt: null, finishedAt: startedAt, status: 'CANCELLED', error } as const
    return { ...end(fullRunMs * part), status: 'CANCELLED', error } as const
  }
  const failure = effect.incident?.failure ?? pipeline.failure
  if (fate < pipeline.cancellation + failure) {
    // Who cannot connect gives up soon; other failures come anywhere in the run.
    const times = end(Math.min(fullRunMs, pipeline.timeoutMs) * part * (effect.incident ? 0.2 : 1))
    const template = effect.incident?.error ?? pick(random, pipeline.errors)
    return { ...times, status: 'FAILED', error: errorText(template, random, times.finishedAt) } as const
  }
  if (fullRunMs > pipeline.timeoutMs) {
    const error = `Timed out after ${Math.round(pipeline.timeoutMs / 1000)} s`
    return { ...end(pipeline.timeoutMs), status: 'TIMED_OUT', error } as const
  }
  return { ...end(fullRunMs), status: 'SUCCEEDED', error: null } as const
}

/** In a batch the values are dealt out in turn (three databases, three backups), otherwise by chance. */
function dealLabels(pipeline: DemoPipeline, index: number, random: Random): Record<string, string> {
  const dealt = pipeline.rhythm.kind === 'daily' && pipeline.rhythm.batch !== undefined
  const labels = Object.entries(pipeline.labels)
  return Object.fromEntries(
    labels.map(([name, values]) => [name, dealt ? values[index % values.length]! : pick(random, values)]),
  )
}

function counted(metric: DemoMetric, size: number, random: Random): [string, number][] {
  if (!metric.grows) return []
  // A longer run has more to count, though not in proportion.
  return [[metric.name, Math.ceil(metric.typical * size ** 0.8 * Math.exp(metric.spread * normal(random)))]]
}

function found(metric: DemoMetric, random: Random): [string, number][] {
  if (metric.grows) return []
  const value = metric.mean + metric.deviation * normal(random)
  const kept = Math.min(Math.max(value, metric.min ?? -Infinity), metric.max ?? Infinity)
  return [[metric.name, Number(kept.toFixed(metric.decimals))]]
}

/** "20261120-021500" */
function compact(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}

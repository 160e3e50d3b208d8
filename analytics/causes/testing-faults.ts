import type { Cut, Ratio } from './change.ts'

/** How many values each dimension has; their popularities fall from the first to the last, as in real fleets. */
const CARDINALITY = { pipeline: 40, runner: 8, provider: 4, region: 6, label: 200 }
const NAMES = Object.keys(CARDINALITY) as (keyof typeof CARDINALITY)[]
const JOBS = 6_000
const MANY_VALUES = 1_000

type Random = () => number

/** The numerator of later jobs which have all these values, by the number of the dimension, is multiplied by the factor. */
export interface Fault {
  where: readonly { dimension: number; value: number }[]
  factor: number
}

interface Job {
  after: boolean
  values: readonly number[]
  numerator: number
}

/**
 * Two ranges of jobs, the second with a fault, cut by each dimension and by each pair. Jobs have a log-normal cost, or fail
 * one time in 20; between the ranges that drifts by up to 5 %.
 */
export function faultyCuts(random: Random, measure: 'SUM' | 'RATIO', fault: Fault): Cut<Ratio>[] {
  const drift = 1 + 0.1 * (random() - 0.5)
  const jobs = Array.from({ length: 2 * JOBS }, (_, i): Job => {
    const after = i >= JOBS
    const values = NAMES.map((_, dimension) => popularValue(random, dimension))
    const isHit = after && fault.where.every(({ dimension, value }) => values[dimension] === value)
    const factor = (after ? drift : 1) * (isHit ? fault.factor : 1)
    return {
      after,
      values,
      numerator: measure === 'SUM' ? factor * logNormal(random) : Number(random() < 0.05 * factor),
    }
  })
  const singles = NAMES.map((_, dimension) => cutOf(jobs, [dimension]))
  const pairs = NAMES.flatMap((_, a) => NAMES.slice(a + 1).map((_, i) => cutOf(jobs, [a, a + 1 + i])))
  return [...singles, ...pairs]
}

/** The fault of one value which makes the whole at least a tenth larger. */
export function faultOfValue(random: Random): Fault {
  const dimension = Math.floor(random() * NAMES.length)
  const value = popularValue(random, dimension)
  const chance = Math.log((value + 2) / (value + 1)) / Math.log(CARDINALITY[NAMES[dimension]!] + 1)
  return { where: [{ dimension, value }], factor: 1 + Math.max(0.1 / chance, 0.5 + 4 * random()) }
}

/** The fault of a common pipeline in a common region. */
export function faultOfPair(random: Random): Fault {
  const pipeline = { dimension: 0, value: Math.floor(random() * 4) }
  const region = { dimension: 3, value: Math.floor(random() * 3) }
  return { where: [pipeline, region], factor: 8 }
}

/** Such as `pipeline=3 region=0`. */
export function nameOf({ where }: Fault): string {
  return where.map(({ dimension, value }) => `${NAMES[dimension]}=${value}`).join(' ')
}

function popularValue(random: Random, dimension: number): number {
  return Math.floor((CARDINALITY[NAMES[dimension]!] + 1) ** random() - 1)
}

function logNormal(random: Random): number {
  return Math.exp(0.8 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))
}

function cutOf(jobs: readonly Job[], dimensions: readonly number[]): Cut<Ratio> {
  const groups = new Map<number, { values: string[]; before: Ratio; after: Ratio }>()
  for (const job of jobs) {
    const key = dimensions.reduce((sum, dimension) => sum * MANY_VALUES + job.values[dimension]!, 0)
    const group = groups.get(key) ?? {
      values: dimensions.map((dimension) => String(job.values[dimension])),
      before: { numerator: 0, denominator: 0 },
      after: { numerator: 0, denominator: 0 },
    }
    groups.set(key, group)
    const side = job.after ? group.after : group.before
    side.numerator += job.numerator
    side.denominator += 1
  }
  return { dimensions: dimensions.map((dimension) => NAMES[dimension]!), groups: [...groups.values()] }
}

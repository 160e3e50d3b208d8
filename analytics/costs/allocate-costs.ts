import { apportion } from './apportion.ts'
import type { CostAllocation, CostJob, CostKey, CostLine, JobCost, Money, SharedCost } from './cost.ts'
import { timeShares } from './time-shares.ts'

/** Weights are whole nanoseconds, so that they can be counted exactly. */
const NANOSECONDS = 1e6

/**
 * Which jobs caused the lines of a bill.
 *
 * A line belongs to the jobs that have its resource or, when no job has it, the first of its tags that any job has. While
 * some of them run, its amount is theirs, in equal parts for those that run at the same time; for the rest of its time it
 * is shared, for example an idle runner. A line whose resource and tags no job has is unexplained.
 *
 * Amounts are split by `apportion`, so in each currency allocated, shared and unexplained amounts add up to the lines to
 * the last millionth.
 *
 * In millionths of the currency. Empty lists without lines. Lines and jobs that end before they start, lines without
 * duration, and times that are not finite are a RangeError.
 *
 * @example
 * allocateCosts(
 *   [{ amount: 1_000_000n, currency: 'USD', resource: 'vm-1', tags: {}, start: 0, end: 100 }],
 *   [{ resource: 'vm-1', tags: {}, start: 0, end: 30 }],
 * )
 * // { allocated: [{ job: 0, amount: 300_000n, currency: 'USD', lines: [0] }],
 * //   shared: [{ key: { kind: 'RESOURCE', name: 'vm-1', value: null }, amount: 700_000n, currency: 'USD', lines: [0] }],
 * //   unexplained: [] }
 */
export function allocateCosts(lines: readonly CostLine[], jobs: readonly CostJob[]): CostAllocation {
  const jobsOfKey = indexByKey(jobs)
  const allocated = new Ledger<Omit<JobCost, 'lines'>>()
  const shared = new Ledger<Omit<SharedCost, 'lines'>>()
  const unexplained = new Ledger<Money>()
  for (const [i, line] of lines.entries()) {
    if (!(line.end > line.start && Number.isFinite(line.end - line.start)))
      throw new RangeError(`line ${i} is from ${line.start} to ${line.end}`)
    const key = keysOf(line).find((each) => jobsOfKey.has(textOf(each)))
    if (!key) {
      unexplained.add(line.currency, i, { amount: line.amount, currency: line.currency })
      continue
    }
    const candidates = jobsOfKey.get(textOf(key))!.filter((job) => overlap(line, jobs[job]!))
    const { ofJobs, idle } = splitByTime(
      line,
      candidates.map((job) => jobs[job]!),
    )
    for (const [j, job] of candidates.entries()) {
      allocated.add(`${job} ${line.currency}`, i, { job, amount: ofJobs[j]!, currency: line.currency })
    }
    shared.add(`${textOf(key)} ${line.currency}`, i, { key, amount: idle, currency: line.currency })
  }
  return { allocated: allocated.entries(), shared: shared.entries(), unexplained: unexplained.entries() }
}

function overlap(line: CostLine, job: CostJob): boolean {
  return job.start < line.end && job.end > line.start
}

function splitByTime(line: CostLine, jobs: readonly CostJob[]): { ofJobs: bigint[]; idle: bigint } {
  const shares = timeShares(line, jobs)
  const weights = [shares.idle, ...shares.jobs].map((time) => BigInt(Math.round(time * NANOSECONDS)))
  const [idle, ...ofJobs] = apportion(line.amount, weights)
  return { ofJobs, idle: idle! }
}

/** Sums of entries with the same name; amounts of 0 are left out. */
class Ledger<Entry extends Money> {
  readonly #entries = new Map<string, Entry & { lines: number[] }>()

  add(name: string, line: number, entry: Entry): void {
    if (entry.amount === 0n) return
    const sum = this.#entries.get(name)
    if (!sum) {
      this.#entries.set(name, { ...entry, lines: [line] })
      return
    }
    sum.amount += entry.amount
    sum.lines.push(line)
  }

  entries(): (Entry & { lines: readonly number[] })[] {
    return [...this.#entries.values()]
  }
}

function indexByKey(jobs: readonly CostJob[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [i, job] of jobs.entries()) {
    if (!(job.end >= job.start && Number.isFinite(job.end - job.start)))
      throw new RangeError(`job ${i} is from ${job.start} to ${job.end}`)
    for (const key of keysOf(job)) {
      const same = index.get(textOf(key)) ?? []
      same.push(i)
      index.set(textOf(key), same)
    }
  }
  return index
}

function keysOf({ resource, tags }: CostLine | CostJob): CostKey[] {
  const ofTags = Object.entries(tags).map(([name, value]): CostKey => ({ kind: 'TAG', name, value }))
  return resource === null ? ofTags : [{ kind: 'RESOURCE', name: resource, value: null }, ...ofTags]
}

function textOf({ kind, name, value }: CostKey): string {
  return JSON.stringify([kind, name, value])
}

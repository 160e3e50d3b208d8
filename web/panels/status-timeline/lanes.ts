import { statusNames, type StatusName } from '../../charts/palette.ts'
import { granularityMs, type Granularity } from '../../lib/granularity.ts'
import type { Span } from '../../lib/range.ts'
import { keyLabel, statusOf, type KeyPart } from '../keys.ts'
import type { TableAnswer } from '../panel.ts'
import { keyIn, numberIn, shapeOf } from '../table-shape.ts'
import type { StatusTimelineOptions } from './options.ts'

/** How many of each status there were in a bucket. */
export type Tally = Partial<Record<StatusName, number>>

/** A row: what it stands for, and its tally in every bucket; null where there was nothing. */
export type Lane = { label: string; key: readonly KeyPart[]; tallies: readonly (Tally | null)[] }

/** Rows over the same buckets of time. `problem` says why there are none. */
export type Lanes = {
  lanes: readonly Lane[]
  buckets: readonly (Span & { complete: boolean })[]
  every: Granularity
  problem?: string
}

/** Statuses that count as failed. */
const failures: readonly StatusName[] = ['FAILED', 'TIMED_OUT']

/** The rows of an answer as lanes: one for each value of the dimensions besides the status. */
export function toLanes(answer: TableAnswer, { order }: StatusTimelineOptions): Lanes {
  const { time, dimensions, measures } = shapeOf(answer)
  const others = dimensions.filter(({ name }) => name !== 'status')
  const every = answer.every ?? 'HOUR'
  if (!time || others.length === dimensions.length) {
    return { lanes: [], buckets: [], every, problem: 'Choose buckets of time and the dimension status for this panel' }
  }
  const open = new Set<number>()
  const rows = new Map<string, { key: KeyPart[]; byTime: Map<number, Tally> }>()
  const times = new Set<number>()
  for (const [index, row] of answer.rows.entries()) {
    const at = Date.parse(String(row[time.place]))
    const status = statusOf(keyIn(row, dimensions))
    const count = numberIn(row, measures[0])
    if (Number.isNaN(at) || !status || count === null || count <= 0) continue
    const key = keyIn(row, others)
    const label = others.length === 0 ? 'All' : keyLabel(key)
    const lane = rows.get(label) ?? { key, byTime: new Map<number, Tally>() }
    const tally = lane.byTime.get(at) ?? {}
    lane.byTime.set(at, { ...tally, [status]: (tally[status] ?? 0) + count })
    rows.set(label, lane)
    times.add(at)
    if (answer.complete[index] === false) open.add(at)
  }
  const starts = withoutGaps(
    [...times].sort((a, b) => a - b),
    every,
  )
  const buckets = starts.map((from, i) => ({
    from,
    to: starts[i + 1] ?? Math.max(from + 1, Math.min(from + granularityMs[every], Date.parse(answer.to))),
    complete: !open.has(from),
  }))
  const lanes = [...rows].map(([label, { key, byTime }]) => ({
    label,
    key,
    tallies: buckets.map(({ from }) => byTime.get(from) ?? null),
  }))
  return { lanes: lanes.toSorted(order === 'NAME' ? byName : byFailures), buckets, every }
}

const byName = (a: Lane, b: Lane): number => a.label.localeCompare(b.label, 'en')

const byFailures = (a: Lane, b: Lane): number => failedIn(b) - failedIn(a) || byName(a, b)

const failedIn = ({ tallies }: Lane): number => tallies.reduce((sum, tally) => sum + (tally ? failedOf(tally) : 0), 0)

const failedOf = (tally: Tally): number => failures.reduce((sum, status) => sum + (tally[status] ?? 0), 0)

/** Rows stand only for what happened: the buckets between them, where nothing did, are put in. */
function withoutGaps(times: readonly number[], every: Granularity): number[] {
  return times.flatMap((at, index) => {
    const next = times[index + 1]
    if (next === undefined) return [at]
    const count = Math.max(1, Math.round((next - at) / granularityMs[every]))
    return Array.from({ length: count }, (_, i) => at + (i * (next - at)) / count)
  })
}

/** The worst status that there was. */
export const worstOf = (tally: Tally): StatusName =>
  statusNames.findLast((status) => (tally[status] ?? 0) > 0) ?? 'SUCCEEDED'

/** How many of those that are finished failed, 0..1; null when none is finished. */
export function failedShare(tally: Tally): number | null {
  const finished = (tally.SUCCEEDED ?? 0) + failedOf(tally)
  return finished === 0 ? null : failedOf(tally) / finished
}

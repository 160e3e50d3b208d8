import type { Unit } from '../../charts/chart.ts'
import { exactValue } from '../../charts/value-format.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import type { PanelColumn, TableAnswer, TableTwin } from '../panel.ts'
import { numberIn, shapeOf, type PlacedColumn } from '../table-shape.ts'
import { quantile, toBins, type Bin } from './bins.ts'
import { fillBins } from './fill-bins.ts'

/** How numbers are distributed: either the values of a measure over the rows, or what is counted by bins of the server. */
export type Distribution = {
  /** What is in bins, and its unit. */
  title: string
  unit: Unit
  bins: readonly Bin[]
  /** What the bins have. */
  counted: { title: string; unit: Unit }
  /** Of all bins. */
  total: number
  /** What has no bin: rows without a value or that a logarithm has no place for, or what is counted of them. */
  leftOut: number
  /** Null without values, and where only bins are known. */
  median: number | null
  /** The dimension that has the lower edges of the bins; null: they are of the values of a measure. */
  dimension: string | null
  caption?: string
  /** Why there are no bins. */
  problem?: string
}

/** The distribution in an answer: over the bins of its first dimension that has some, or of its first measure over the rows. */
export function toDistribution(answer: TableAnswer, isLog: boolean): Distribution {
  const { dimensions, measures } = shapeOf(answer)
  const [measure] = measures
  const binned = dimensions.find(({ unit }) => unit !== 'NONE')
  const isPart = answer.totalCount > answer.rows.length
  const caption = isPart
    ? `Of the first ${formatNumber(answer.rows.length)} of ${formatCount(answer.totalCount, 'row')}`
    : undefined
  return { ...(binned ? overBins(answer, binned, measure) : overRows(answer, measure, isLog)), caption }
}

function overRows({ rows }: TableAnswer, measure: PlacedColumn | undefined, isLog: boolean): Distribution {
  const known = rows.flatMap((row) => numberIn(row, measure) ?? [])
  const values = isLog ? known.filter((value) => value > 0) : known
  const sorted = values.toSorted((a, b) => a - b)
  return {
    title: measure?.title ?? '',
    unit: measure?.unit ?? 'COUNT',
    bins: toBins(values, isLog),
    counted: { title: 'Values', unit: 'COUNT' },
    total: values.length,
    leftOut: rows.length - values.length,
    median: sorted.length === 0 ? null : quantile(sorted, 0.5),
    dimension: null,
  }
}

function overBins(
  { rows }: TableAnswer,
  { name, title, unit, place }: PlacedColumn,
  measure?: PlacedColumn,
): Distribution {
  const counted = { title: measure?.title ?? '', unit: measure?.unit ?? 'COUNT' }
  const nothing = { title, unit, bins: [], counted, total: 0, leftOut: 0, median: null, dimension: name }
  if (counted.unit !== 'COUNT' && counted.unit !== 'CURRENCY')
    return { ...nothing, problem: 'Bins are added up: choose a measure that counts, such as Jobs' }
  const amounts = new Map<number, number>()
  let leftOut = 0
  for (const row of rows) {
    const [edge, amount] = [row[place], numberIn(row, measure) ?? 0]
    if (typeof edge !== 'number') leftOut += amount
    else amounts.set(edge, (amounts.get(edge) ?? 0) + amount)
  }
  const bins = [...amounts.values()].some((amount) => amount !== 0) ? fillBins(amounts) : []
  return { ...nothing, bins, total: bins.reduce((sum, { count }) => sum + count, 0), leftOut }
}

/** A histogram as rows: a bin each, from the lowest, with its edges, what it has and its share of all. */
export function distributionTable({ bins, title, unit, counted, total }: Distribution): TableTwin {
  const column = (role: PanelColumn['role'], name: string, part: Pick<PanelColumn, 'title' | 'unit'>): PanelColumn => {
    return { name, type: 'FLOAT', role, ...part }
  }
  return {
    columns: [
      column('DIMENSION', 'from', { title: `${title}: from`, unit }),
      column('DIMENSION', 'to', { title: `${title}: to`, unit }),
      column('MEASURE', 'counted', counted),
      column('MEASURE', 'share', { title: 'Share', unit: 'RATIO' }),
    ],
    rows: bins.map(({ from, to, count }) => [from, to, count, total === 0 ? null : count / total]),
  }
}

/** A histogram in words. */
export function histogramSummary(distribution: Distribution, title: string): string {
  const { bins, counted, total, median, unit, leftOut, caption, problem, dimension } = distribution
  const [first] = bins
  if (!first) return `${title}: ${problem ?? 'no values in this range'}.`
  const say = (value: number): string => exactValue(value, unit)
  const most = bins.reduce((best, bin) => (bin.count > best.count ? bin : best), first)
  const all = dimension === null ? formatCount(total, 'value') : `${counted.title} ${exactValue(total, counted.unit)}`
  const middle = median === null ? '' : `, median ${say(median)}`
  const left = leftOut > 0 ? ` ${leftWords(distribution)}` : ''
  const part = caption ? ` ${caption}.` : ''
  return `${title}: ${all}${middle}, most often from ${say(most.from)} to ${say(most.to)} (${exactValue(most.count, counted.unit)}).${left}${part}`
}

function leftWords({ dimension, leftOut, counted }: Distribution): string {
  if (dimension === null) return `${formatCount(leftOut, 'row')} without a value that can be shown.`
  return `${counted.title} without a value: ${exactValue(leftOut, counted.unit)}.`
}

import type { Unit } from '../../charts/chart.ts'
import { exactValue } from '../../charts/value-format.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import type { PanelColumn, TableAnswer, TableTwin } from '../panel.ts'
import { numberIn, shapeOf } from '../table-shape.ts'
import { quantile, toBins, type Bin } from './bins.ts'

/** How the values of a measure are distributed. `leftOut`: rows without a value, or that a logarithm has no place for. */
export type Distribution = {
  title: string
  unit: Unit
  bins: readonly Bin[]
  count: number
  leftOut: number
  /** Null without values. */
  median: number | null
  caption?: string
}

/** The distribution of the first measure over the rows. */
export function toDistribution(answer: TableAnswer, isLog: boolean): Distribution {
  const [measure] = shapeOf(answer).measures
  const known = answer.rows.flatMap((row) => numberIn(row, measure) ?? [])
  const values = isLog ? known.filter((value) => value > 0) : known
  const sorted = values.toSorted((a, b) => a - b)
  const isPart = answer.totalCount > answer.rows.length
  return {
    title: measure?.title ?? '',
    unit: measure?.unit ?? 'COUNT',
    bins: toBins(values, isLog),
    count: values.length,
    leftOut: answer.rows.length - values.length,
    median: sorted.length === 0 ? null : quantile(sorted, 0.5),
    caption: isPart
      ? `Of the first ${formatNumber(answer.rows.length)} of ${formatCount(answer.totalCount, 'row')}`
      : undefined,
  }
}

const countColumn: PanelColumn = { name: 'values', title: 'Values', type: 'INTEGER', unit: 'COUNT', role: 'MEASURE' }
const shareColumn: PanelColumn = { name: 'share', title: 'Share', type: 'FLOAT', unit: 'RATIO', role: 'MEASURE' }

/** A histogram as rows: a bin each, from the lowest, with its edges, how many values it has and their share of all. */
export function distributionTable({ bins, title, unit, count }: Distribution): TableTwin {
  const edge = (name: string): PanelColumn => {
    return { name, title: `${title} ${name}`, type: 'FLOAT', unit, role: 'DIMENSION' }
  }
  return {
    columns: [edge('from'), edge('to'), countColumn, shareColumn],
    rows: bins.map((bin) => [bin.from, bin.to, bin.count, bin.count / count]),
  }
}

/** A histogram in words. */
export function histogramSummary(distribution: Distribution, title: string): string {
  const { bins, count, median, unit, leftOut, caption } = distribution
  const [first] = bins
  if (!first || median === null) return `${title}: no values in this range.`
  const say = (value: number): string => exactValue(value, unit)
  const most = bins.reduce((best, bin) => (bin.count > best.count ? bin : best), first)
  const left = leftOut > 0 ? ` ${formatCount(leftOut, 'row')} without a value that can be shown.` : ''
  const part = caption ? ` ${caption}.` : ''
  return `${title}: ${formatCount(count, 'value')}, median ${say(median)}, most often from ${say(most.from)} to ${say(most.to)} (${formatNumber(most.count)}).${left}${part}`
}

import type { Threshold } from '../../charts/chart.ts'
import { shortValue } from '../../charts/value-format.ts'
import { formatMoney } from '../../lib/format.ts'
import { changeOf, type ValueChange } from '../../lib/value-change.ts'
import { cellText, currencyOf } from '../cell-text.ts'
import { keyLabel, type KeyPart } from '../keys.ts'
import type { Cell, PanelAnswers, PanelColumn, PanelPoint, TableAnswer } from '../panel.ts'
import { keyIn, numberIn, shapeOf, type PlacedColumn } from '../table-shape.ts'
import { thresholdOf, thresholdWords } from '../thresholds.ts'
import { moreIs } from './more-is.ts'
import { usualMeasure, type NumberOptions } from './options.ts'

/** One big number, ready to be drawn. */
export type Tile = {
  id: string
  /** The dimensions that it is about. */
  key: readonly KeyPart[]
  title: string
  /** Short, with its unit; a dash where nothing is known. */
  text: string
  /** The same as exactly as a person can use it. */
  exact: string
  /** Against the compared period; null where there is nothing to compare with. */
  change: ValueChange | null
  /** The number of the compared period, as text. */
  before: string | null
  /** What the number has reached; null below all thresholds. */
  threshold: Threshold | null
  points: readonly PanelPoint[]
}

/** More big numbers than of so many rows are a table. */
const MOST_ROWS = 12

/** The big numbers of an answer: one for each measure, of each of the first rows. Empty before the answer came. */
export function tilesOf({ TOTAL, SERIES }: PanelAnswers, options: NumberOptions): Tile[] {
  if (!TOTAL) return []
  const { dimensions, measures } = shapeOf(TOTAL)
  return TOTAL.rows.slice(0, MOST_ROWS).flatMap((row) =>
    measures.map((column): Tile => {
      const key = keyIn(row, dimensions)
      const series = SERIES?.series.find((one) => one.measure === column.name && isSameKey(one.key, key))
      return {
        id: JSON.stringify([column.name, ...key.map(({ value }) => value)]),
        key,
        title: titleOf(column.title, key, measures.length),
        points: series?.points ?? [],
        ...judged(row, column, TOTAL, options),
      }
    }),
  )
}

function judged(
  row: readonly Cell[],
  column: PlacedColumn,
  answer: TableAnswer,
  options: NumberOptions,
): Pick<Tile, 'text' | 'exact' | 'change' | 'before' | 'threshold'> {
  const { moreIs: chosen, thresholds } = options.measures[column.name] ?? usualMeasure
  const now = numberIn(row, column)
  const before = numberIn(row, comparedColumn(column, answer))
  const currency = currencyOf(row, answer.columns)
  const short = (value: number) =>
    column.unit === 'CURRENCY' && currency ? formatMoney(value, currency) : shortValue(value, column.unit)
  return {
    text: now === null ? '–' : short(now),
    exact: cellText(now, column, { ...answer, currency }),
    change: changeOf({ now, before }, column.unit, moreIs(column.name, chosen)),
    before: before === null ? null : short(before),
    threshold: thresholdOf(now, thresholds),
  }
}

function comparedColumn({ name }: PanelColumn, { columns }: TableAnswer): PlacedColumn | undefined {
  const place = columns.findIndex((column) => column.name === `${name}_compare`)
  const column = columns[place]
  return column && { ...column, place }
}

const isSameKey = (a: Tile['key'], b: Tile['key']): boolean =>
  b.every(({ dimension, value }) => a.some((part) => part.dimension === dimension && part.value === value))

function titleOf(measure: string, key: Tile['key'], measures: number): string {
  if (key.length === 0) return measure
  return measures === 1 ? keyLabel(key) : `${measure}, ${keyLabel(key)}`
}

/** One number in words: its value, how good it is, and how it differs from the compared period. */
export function tileWords({ title, exact, threshold, change, before }: Tile): string {
  const judged = threshold === null ? '' : ` (${thresholdWords(threshold).toLowerCase()})`
  const better = change && change.tone !== 'neutral' ? `, ${change.tone === 'good' ? 'better' : 'worse'}` : ''
  const compared =
    before === null ? '' : `, ${change ? `${change.text}${better}, ` : ''}from ${before} in the compared period`
  return `${title} ${exact === '–' ? 'no value' : exact}${judged}${compared}.`
}

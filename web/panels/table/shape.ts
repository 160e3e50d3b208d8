import type { Threshold } from '../../charts/chart.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { granularityMs } from '../../lib/granularity.ts'
import { cellText, currencyOf } from '../cell-text.ts'
import type { Cell, PanelColumn, PickedPart, TableAnswer, TableTwin } from '../panel.ts'
import { keyIn, shapeOf } from '../table-shape.ts'
import { thresholdOf } from '../thresholds.ts'
import { usualColumn, type TableOptions } from './options.ts'

/** A column as it is shown. */
export type ShownColumn = PanelColumn & {
  /** Its place in the rows of the answer. */
  index: number
  decimals: number | null
  thresholds: readonly Threshold[]
  isNumeric: boolean
  /** The greatest amount of all rows, which has the longest bar; null without bars. */
  longestBar: number | null
}

/** What a cell shows. */
export type ShownCell = { text: string; isMissing: boolean; threshold: Threshold | null; bar: number | null }

/** The columns of an answer that are shown, in their order, with their headings. */
export function shownColumns(answer: TableAnswer, { columns: wanted }: TableOptions): ShownColumn[] {
  const places = new Map(answer.columns.map(({ name }, index) => [name, index]))
  const named = wanted.map(({ name }) => name).filter((name) => places.has(name))
  const rest = answer.columns.map(({ name }) => name).filter((name) => !named.includes(name))
  return [...new Set([...named, ...rest])].flatMap((name) => {
    const index = places.get(name) ?? -1
    const column = answer.columns[index]
    const options = wanted.find((one) => one.name === name) ?? usualColumn(name)
    if (!column || options.isHidden) return []
    const { decimals, thresholds } = options
    const isNumeric = column.type === 'INTEGER' || column.type === 'FLOAT'
    const longestBar = options.hasBar && isNumeric ? greatestAmount(answer.rows, index) : null
    return [{ ...column, title: options.title ?? column.title, index, decimals, thresholds, isNumeric, longestBar }]
  })
}

// A loop: spreading 100,000 values as arguments is more than an engine takes.
function greatestAmount(rows: TableAnswer['rows'], index: number): number {
  let greatest = 0
  for (const row of rows) {
    const cell = row[index]
    if (typeof cell === 'number' && Math.abs(cell) > greatest) greatest = Math.abs(cell)
  }
  return greatest
}

/** What stands in one cell. `bar` is the length of its bar, from 0 to 1. */
export function shownCell(row: readonly Cell[], column: ShownColumn, answer: TableAnswer): ShownCell {
  const cell = row[column.index] ?? null
  const { timezone, every } = answer
  const currency = column.unit === 'CURRENCY' ? currencyOf(row, answer.columns) : null
  const value = typeof cell === 'number' ? cell : null
  return {
    text: cellText(cell, column, { timezone, every, currency }, column.decimals),
    isMissing: cell === null,
    threshold: thresholdOf(value, column.thresholds),
    bar: value === null || !column.longestBar ? null : Math.abs(value) / column.longestBar,
  }
}

const SAMPLE_ROWS = 100
const NARROWEST = 6
const WIDEST = 36
/** Room for the sign of sorting or of a threshold, and the space around. */
const EXTRA = 4

/**
 * How wide each column is, in widths of a character: as its heading and its first rows need, within reason. The rest of
 * the answer is not looked at, so that a table of 100,000 rows is not measured whole.
 */
export function columnWidths(columns: readonly ShownColumn[], answer: TableAnswer): number[] {
  const sample = answer.rows.slice(0, SAMPLE_ROWS)
  return columns.map((column) => {
    const lengths = sample.map((row) => shownCell(row, column, answer).text.length)
    const longest = Math.max(column.title.length, NARROWEST, ...lengths)
    return Math.min(WIDEST, longest) + EXTRA
  })
}

/** What a row is about: its bucket of time and its dimensions, for the jobs behind it. */
export function partOfRow(row: readonly Cell[], answer: Pick<TableAnswer, 'columns' | 'every'>): PickedPart {
  const { time, dimensions } = shapeOf(answer)
  const key = keyIn(row, dimensions)
  const start = time ? row[time.place] : null
  if (typeof start !== 'string' || answer.every === null) return { key }
  const from = Date.parse(start)
  return { key, span: { from, to: from + granularityMs[answer.every] } }
}

/** The same columns, as the table shows them: for the CSV and the clipboard. */
export function tableTwin(answer: TableAnswer | undefined, options: TableOptions): TableTwin {
  if (!answer) return { columns: [], rows: [] }
  const shown = shownColumns(answer, options)
  return {
    columns: shown.map(({ name, title, type, unit, role }) => ({ name, title, type, unit, role })),
    rows: answer.rows.map((row) => shown.map(({ index }) => row[index] ?? null)),
  }
}

/**
 * How many rows are shown, and of how many.
 *
 * @param shown those that are left after filtering
 */
export function rowCountWords(shown: number, { rows, totalCount }: Pick<TableAnswer, 'rows' | 'totalCount'>): string {
  const total = Math.max(totalCount, rows.length)
  const loaded = total > rows.length ? `the first ${formatCount(rows.length, 'row')} of ${formatNumber(total)}` : ''
  if (shown < rows.length) return `${formatNumber(shown)} of ${loaded || formatCount(rows.length, 'row')}`
  return loaded === '' ? formatCount(rows.length, 'row') : `T${loaded.slice(1)}`
}

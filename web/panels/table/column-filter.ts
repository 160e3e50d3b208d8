import { cellText, type CellContext } from '../cell-text.ts'
import type { Cell, PanelColumn } from '../panel.ts'
import { readAmount } from './amount.ts'

/** Whether a cell is kept. */
export type CellTest = (cell: Cell) => boolean

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '=': (value, bound) => value === bound,
}

/**
 * Which cells of a column a text keeps. Of numbers: '> 5', '<= 10%', '1 m..5 m', or one that is exactly so. Of texts and
 * times: those in which it stands, in capitals or not. A text that is no number keeps no number.
 */
export function columnFilter(text: string, column: PanelColumn, context: CellContext): CellTest {
  if (column.type === 'INTEGER' || column.type === 'FLOAT') return numberFilter(text.trim(), column)
  const wanted = text.trim().toLowerCase()
  return (cell) => cellText(cell, column, context).toLowerCase().includes(wanted)
}

function numberFilter(text: string, { unit }: PanelColumn): CellTest {
  const [start, end] = text.split('..').map((part) => readAmount(part, unit))
  if (start != null && end != null) return (cell) => typeof cell === 'number' && cell >= start && cell <= end
  const [, sign = '=', rest = ''] = /^(>=|<=|>|<|=)?(.*)$/.exec(text) ?? []
  const bound = readAmount(rest, unit)
  const compare = comparisons[sign]
  if (bound === null || !compare) return () => false
  return (cell) => typeof cell === 'number' && compare(cell, bound)
}

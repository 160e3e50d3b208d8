import type { AnsweredTable, Cell, Passport } from '../metrics/index.ts'
import { type AnswerRules, type Change, revisionsAfter } from './answer-rules.ts'

/** A row that is not what it was. */
export interface ChangedRow {
  index: number
  cells: Cell[]
  complete: boolean
}

/** What of a table is new to somebody. */
export interface TableChange extends Change {
  /** All of it, in place of what was there; null: only `changed` is new. */
  table: AnsweredTable | null
  changed: ChangedRow[]
}

/** A table, and at which revision each of its rows changed last. */
export interface TableState {
  table: AnsweredTable
  layout: string
  laidOutAt: number
  changedAt: readonly number[]
}

/** How tables are compared: by place, where their columns and keys are the same. */
export const tableRules: AnswerRules<AnsweredTable, TableState, TableChange> = {
  after(older, table, revision) {
    const layout = layoutOf(table)
    if (!older || older.layout !== layout) {
      return { table, layout, laidOutAt: revision, changedAt: table.rows.map(() => revision) }
    }
    const { table: before } = older
    const changedAt = revisionsAfter(older.changedAt, revision, (row) => isSameRow(before, table, row))
    return { table, layout, laidOutAt: older.laidOutAt, changedAt }
  },
  isChangedAt: ({ laidOutAt, changedAt }, revision) => laidOutAt === revision || changedAt.includes(revision),
  change({ table, laidOutAt, changedAt }, seen, revision) {
    if (seen === null || seen < laidOutAt) return { revision, table, changed: [], passport: table }
    const changed = table.rows.flatMap((cells, index) => {
      return changedAt[index]! > seen ? [{ index, cells, complete: table.complete[index]! }] : []
    })
    return { revision, table: null, changed, passport: table }
  },
  passport: (table): Passport => table,
}

/** Equal for tables whose rows stand for the same. */
function layoutOf({ columns, rows, totalCount }: AnsweredTable): string {
  const keys = columns.flatMap(({ role }, place) => (role === 'MEASURE' ? [] : [place]))
  return JSON.stringify([columns.map(({ name }) => name), totalCount, rows.map((row) => keys.map((key) => row[key]))])
}

function isSameRow(before: AnsweredTable, after: AnsweredTable, row: number): boolean {
  const [older, newer] = [before.rows[row]!, after.rows[row]!]
  return before.complete[row] === after.complete[row] && newer.every((cell, place) => cell === older[place])
}

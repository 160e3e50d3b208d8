import { expect, test } from 'vitest'
import { tableRules, type TableState } from './table-state.ts'
import { testTable } from './testing.ts'

/** The states after these answers, which have the revisions 1, 2, ... */
function after(...tables: ReturnType<typeof testTable>[]): TableState {
  return tables.reduce<TableState | null>((state, table, at) => tableRules.after(state, table, at + 1), null)!
}
const rowsSince = (state: TableState, seen: number | null) => {
  const { table, changed } = tableRules.change(state, seen, 'r')
  return table ? 'all' : changed.map(({ index }) => index)
}
const first = testTable([
  ['a', 1],
  ['b', 2],
  ['c', null],
])

test('each row is told to those who have seen it before it changed', () => {
  const second = testTable([
    ['a', 1],
    ['b', 3],
    ['c', null],
  ])
  const third = testTable([
    ['a', 1],
    ['b', 3],
    ['c', 0],
  ])
  const state = after(first, second, third)
  expect(rowsSince(state, null)).toBe('all')
  expect(rowsSince(state, 1)).toEqual([1, 2])
  expect(rowsSince(state, 2)).toEqual([2])
  expect(rowsSince(state, 3)).toEqual([])
  expect(tableRules.isChangedAt(state, 3)).toBe(true)
})

test('an equal answer changes nothing', () => {
  const state = after(first, { ...first, asOf: new Date() })
  expect(tableRules.isChangedAt(state, 2)).toBe(false)
  expect(rowsSince(state, 1)).toEqual([])
})

test('a row that is complete by now has changed', () => {
  expect(rowsSince(after({ ...first, complete: [true, true, false] }, first), 1)).toEqual([2])
})

test.each([
  [
    'another key',
    testTable([
      ['a', 1],
      ['b', 2],
      ['d', null],
    ]),
  ],
  [
    'another order',
    testTable([
      ['b', 2],
      ['a', 1],
      ['c', null],
    ]),
  ],
  ['a row more', testTable([...first.rows, ['d', 4]])],
  ['more rows beyond the limit', { ...first, totalCount: 9 }],
  ['other columns', { ...first, columns: first.columns.map((column) => ({ ...column, name: `${column.name}2` })) }],
])('%s: everything is told again', (_what, table) => {
  const state = after(first, table)
  expect(tableRules.isChangedAt(state, 2)).toBe(true)
  expect(rowsSince(state, 1)).toBe('all')
  expect(rowsSince(state, 2)).toEqual([])
})

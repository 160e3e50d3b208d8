import { expect, test } from 'vitest'
import { editedColumns, movedColumn } from './edited-columns.ts'
import { usualColumn } from './options.ts'

const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => name)
const query = {
  dataset: 'jobs',
  measures: ['count'],
  dimensions: ['pipeline'],
  every: 'AUTO' as const,
  compare: 'PREVIOUS_PERIOD' as const,
}

test('all columns that the answer will have; stored ones first, and without those that are gone', () => {
  expect(names(editedColumns(query, { columns: [], sort: [] }))).toEqual(['time', 'pipeline', 'count', 'count_compare'])
  const columns = [usualColumn('count'), usualColumn('cost')]
  expect(names(editedColumns(query, { columns, sort: [] }))).toEqual(['count', 'time', 'pipeline', 'count_compare'])
})

test('a column moves by one, and stays at the ends', () => {
  const columns = ['a', 'b', 'c'].map(usualColumn)
  expect(names(movedColumn(columns, 1, -1))).toEqual(['b', 'a', 'c'])
  expect(names(movedColumn(columns, 1, 1))).toEqual(['a', 'c', 'b'])
  expect(names(movedColumn(columns, 0, -1))).toEqual(['a', 'b', 'c'])
  expect(names(movedColumn(columns, 2, 1))).toEqual(['a', 'b', 'c'])
})

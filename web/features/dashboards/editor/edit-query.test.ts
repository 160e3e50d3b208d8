import { expect, test } from 'vitest'
import type { PanelQuery } from '../../../panels/panel.ts'
import { columnNames, editQuery } from './edit-query.ts'

const plain: PanelQuery = { dataset: 'jobs', measures: ['count', 'failed'], dimensions: ['pipeline'] }

test('measures and dimensions come, go, are replaced and moved, and are never there twice', () => {
  expect(editQuery(plain, { edit: 'addMeasure', name: 'cost' }).measures).toEqual(['count', 'failed', 'cost'])
  expect(editQuery(plain, { edit: 'addMeasure', name: 'failed' }).measures).toEqual(['count', 'failed'])
  expect(editQuery(plain, { edit: 'replaceMeasure', name: 'count', by: 'failed' }).measures).toEqual(['failed'])
  expect(editQuery(plain, { edit: 'moveMeasure', name: 'failed', to: 0 }).measures).toEqual(['failed', 'count'])
  expect(editQuery(plain, { edit: 'moveMeasure', name: 'gone', to: 0 }).measures).toEqual(['count', 'failed'])
  expect(editQuery(plain, { edit: 'addDimension', name: 'status' }).dimensions).toEqual(['pipeline', 'status'])
  expect(editQuery(plain, { edit: 'removeDimension', name: 'pipeline' })).toEqual({
    dataset: 'jobs',
    measures: ['count', 'failed'],
  })
})

test('an order goes with its column, and follows a column that is replaced', () => {
  const ordered: PanelQuery = {
    ...plain,
    compare: 'PREVIOUS_PERIOD',
    orderBy: [{ by: 'failed_compare', direction: 'ASC' }],
  }
  expect(editQuery(ordered, { edit: 'removeMeasure', name: 'failed' }).orderBy).toBeUndefined()
  expect(editQuery(ordered, { edit: 'setCompare', compare: null }).orderBy).toBeUndefined()
  expect(editQuery(ordered, { edit: 'replaceMeasure', name: 'failed', by: 'cost' }).orderBy).toEqual([
    { by: 'cost_compare', direction: 'ASC' },
  ])
})

test('an order by what was never there stays, for the server to tell', () => {
  const wrong: PanelQuery = { ...plain, orderBy: [{ by: 'nothing', direction: 'ASC' }] }
  expect(editQuery(wrong, { edit: 'addMeasure', name: 'cost' }).orderBy).toEqual(wrong.orderBy)
})

test('a running total brings buckets of time, and a change another period', () => {
  expect(editQuery(plain, { edit: 'addMeasure', name: 'count.running' }).every).toBe('AUTO')
  expect(editQuery({ ...plain, every: 'DAY' }, { edit: 'addMeasure', name: 'count.running' }).every).toBe('DAY')
  const change = editQuery(plain, { edit: 'replaceMeasure', name: 'count', by: 'count.change' })
  expect(change).toMatchObject({ measures: ['count.change', 'failed'], compare: 'PREVIOUS_PERIOD' })
})

test('others need a limit, and go with the last dimension or the limit', () => {
  const top = editQuery(plain, { edit: 'setOthers', others: true })
  expect(top).toMatchObject({ others: true, limit: 5 })
  expect(editQuery({ ...plain, limit: 3 }, { edit: 'setOthers', others: true }).limit).toBe(3)
  expect(editQuery(top, { edit: 'removeDimension', name: 'pipeline' }).others).toBeUndefined()
  expect(editQuery(top, { edit: 'setLimit', limit: null })).toEqual(plain)
})

test('the first order is set, and those after it stay', () => {
  const two: PanelQuery = {
    ...plain,
    orderBy: [
      { by: 'count', direction: 'DESC' },
      { by: 'pipeline', direction: 'ASC' },
    ],
  }
  const set = editQuery(two, { edit: 'setOrder', order: { by: 'failed', direction: 'DESC' } })
  expect(set.orderBy).toEqual([
    { by: 'failed', direction: 'DESC' },
    { by: 'pipeline', direction: 'ASC' },
  ])
  expect(editQuery(two, { edit: 'onlyFirstOrder' }).orderBy).toEqual([{ by: 'count', direction: 'DESC' }])
})

test('a question without anything special is written without anything special', () => {
  const { every, range, filters, ...rest } = editQuery(
    { ...plain, every: 'HOUR', range: { last: 'P7D' }, filters: [{ dimension: 'status', values: ['FAILED'] }] },
    { edit: 'setEvery', every: null },
  )
  expect(every).toBeUndefined()
  expect([range, filters]).toEqual([{ last: 'P7D' }, [{ dimension: 'status', values: ['FAILED'] }]])
  expect(rest).toEqual(plain)
  expect(editQuery({ ...plain, every: 'HOUR' }, { edit: 'setFilters', filters: [] })).toEqual({
    ...plain,
    every: 'HOUR',
  })
})

test('the columns are those of the table, a change without a compared one', () => {
  expect(
    columnNames({ ...plain, measures: ['count', 'count.change'], every: 'AUTO', compare: 'PREVIOUS_YEAR' }),
  ).toEqual(['time', 'pipeline', 'count', 'count.change', 'count_compare'])
})

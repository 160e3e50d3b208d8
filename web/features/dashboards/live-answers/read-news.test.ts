import { expect, test } from 'vitest'
import { readNews } from './read-news.ts'

const covers = { asOf: 'now', from: 'then', to: 'now', comparedFrom: null, comparedTo: null }
type Change = Parameters<typeof readNews>[0]['changes'][number]
const head = { panel: 'p', every: null, problem: null, unfiltered: [], table: null, series: null }
const news = (change: Pick<Change, 'form'> & Partial<Change>) =>
  readNews({ changes: [{ ...head, ...change }] }, 'Europe/Berlin')[0]

test('a whole table, its cells as texts and numbers', () => {
  const table = {
    ...covers,
    columns: [],
    rows: [['eu', 1, true]],
    complete: [true],
    totalCount: 1,
    timezone: 'UTC',
    truncated: false,
  }
  expect(news({ form: 'ROWS', table: { ...covers, revision: 'r1', table, changed: [] } })?.change).toEqual({
    kind: 'whole',
    form: 'ROWS',
    revision: 'r1',
    answer: { ...covers, ...table, rows: [['eu', 1, null]], every: null },
  })
})

test('rows that changed', () => {
  const changed = [{ index: 2, cells: ['eu', 7], complete: false }]
  expect(news({ form: 'TOTAL', table: { ...covers, revision: 'r2', table: null, changed } })?.change).toEqual({
    ...{ kind: 'rows', form: 'TOTAL', revision: 'r2', covers, changed },
  })
})

test('an answer without any series still has the zone that was asked for', () => {
  const series = { ...covers, revision: 'r1', series: [], changed: [] }
  expect(news({ form: 'SERIES', every: 'HOUR', series })?.change).toMatchObject({
    answer: { series: [], timezone: 'Europe/Berlin', every: 'HOUR', truncated: false },
  })
})

test('points that changed', () => {
  const changed = [{ id: 'a', points: [{ at: 't', value: null, complete: false }], compare: null }]
  expect(news({ form: 'SERIES', series: { ...covers, revision: 'r2', series: null, changed } })?.change).toEqual({
    ...{ kind: 'points', form: 'SERIES', revision: 'r2', covers, changed },
  })
})

test('a problem is no change', () => {
  expect(news({ form: 'ROWS', problem: 'There is no dataset "x".', unfiltered: ['status'] })).toEqual({
    ...{ panel: 'p', form: 'ROWS', change: null, problem: 'There is no dataset "x".', unfiltered: ['status'] },
  })
})

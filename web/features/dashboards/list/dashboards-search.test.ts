import { expect, test } from 'vitest'
import { dashboardFilter, inOrder, isFiltered, readDashboardsSearch } from './dashboards-search.ts'

test('reads what is understood, and leaves out the rest', () => {
  expect(readDashboardsSearch({ text: 'cost', folder: 'Ops/EU', show: 'mine', sort: 'changed' })).toEqual({
    ...{ text: 'cost', folder: 'Ops/EU', show: 'mine', sort: 'changed' },
  })
  const nothing = { text: undefined, folder: undefined, show: undefined, sort: undefined }
  expect(readDashboardsSearch({ show: 'yours', sort: 'size', text: '' })).toEqual(nothing)
})

test('an order leaves nothing out', () => {
  expect(isFiltered({ sort: 'changed' })).toBe(false)
  expect(isFiltered({ show: 'recent' })).toBe(true)
})

test('asks for what was chosen', () => {
  const all = { text: null, folder: null, favourites: false, recent: false, mine: false }
  expect(dashboardFilter({})).toEqual(all)
  expect(dashboardFilter({ text: 'a', show: 'recent' })).toEqual({ ...all, text: 'a', recent: true })
})

test('the last changed comes first, when that was chosen', () => {
  const rows = [{ updatedAt: '2026-11-01T00:00:00Z' }, { updatedAt: '2026-11-02T00:00:00Z' }]
  expect(inOrder(rows, {})).toEqual(rows)
  expect(inOrder(rows, { sort: 'changed' })).toEqual(rows.toReversed())
})

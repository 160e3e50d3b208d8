import { expect, test } from 'vitest'
import { readDocument } from '../document.ts'
import { panelContext } from './panel-context.ts'

const document = readDocument({
  range: { previous: 'MONTH', count: 3 },
  timezone: 'Europe/Berlin',
  variables: [{ name: 'region', dimension: 'label.region', dataset: 'jobs', values: ['eu'] }],
})

test("nothing chosen: the dashboard's own range, zone and values", () => {
  expect(panelContext(document, {}, 'Asia/Tokyo')).toEqual({
    range: { previous: 'MONTH', count: 3 },
    timezone: 'Europe/Berlin',
    filters: [{ dimension: 'label.region', op: 'IN', values: ['eu'] }],
  })
})

test('a dashboard without a zone is shown in that of the viewer', () => {
  expect(panelContext({ ...document, timezone: null }, {}, 'Asia/Tokyo').timezone).toBe('Asia/Tokyo')
})

test('a choice goes before the dashboard, a zoom before both', () => {
  const search = { range: 'this-month', zone: 'UTC' }
  expect(panelContext(document, search, 'Asia/Tokyo')).toMatchObject({ range: { current: 'MONTH' }, timezone: 'UTC' })
  expect(panelContext(document, { ...search, zoom: '2026-11-01T00:00:00Z/2026-11-02T00:00:00Z' }, 'UTC').range).toEqual(
    {
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-02T00:00:00Z',
    },
  )
})

test('a range that cannot be read leaves that of the dashboard', () => {
  expect(panelContext(document, { range: 'someday' }, 'UTC').range).toEqual(document.range)
})

test('all values of a variable are no filter; clicked values are', () => {
  const search = { var: ['region='], filter: ['status=FAILED', 'label.team'] }
  expect(panelContext(document, search, 'UTC').filters).toEqual([
    { dimension: 'status', op: 'IS', values: ['FAILED'] },
    { dimension: 'label.team', op: 'IS_EMPTY' },
  ])
})

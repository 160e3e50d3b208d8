import { expect, test } from 'vitest'
import { readDocument, type DashboardDocument, type PanelDocument } from '../document.ts'
import { diffDocuments } from './diff-documents.ts'

const panel = (part: Partial<PanelDocument> = {}): PanelDocument => ({
  ...{ id: 'p1', kind: 'line', title: 'Failures', description: null, layout: { x: 0, y: 0, w: 6, h: 8 } },
  query: { dataset: 'jobs', measures: ['failure_rate'], dimensions: ['pipeline'] },
  ...{ answers: ['SERIES'], options: { stacked: false } },
  ...part,
})
const region = {
  ...{ name: 'region', title: 'Region', dimension: 'label.region' },
  dataset: 'jobs',
  values: [],
  multiple: true,
}
const status = { ...region, name: 'status', title: 'Status', dimension: 'status' }
const dashboard = (part: Partial<DashboardDocument> = {}) =>
  readDocument({ title: 'Operations', panels: [panel()], ...part })

const diff = (before: Partial<DashboardDocument>, after: Partial<DashboardDocument>) =>
  diffDocuments(dashboard(before), dashboard(after)).map(
    ({ kind, subject, details }) => `${kind} ${subject}: ${details.join(' ')}`,
  )

test('two equal ones have no difference, also when one leaves out what is null in the other', () => {
  expect(diff({}, {})).toEqual([])
  expect(diff({ panels: [panel({ description: null })] }, { panels: [panel({ description: undefined })] })).toEqual([])
})

test('panels that came and went', () => {
  const other = panel({ id: 'p2', kind: 'table', title: 'Slowest', layout: { x: 6, y: 0, w: 1, h: 1 } })
  expect(diff({}, { panels: [panel(), other] })).toEqual([
    'ADDED Panel "Slowest": A panel of the kind table, column 7, row 1, 1 column by 1 row.',
  ])
  expect(diff({ panels: [panel(), other] }, {})).toEqual([
    'REMOVED Panel "Slowest": A panel of the kind table, column 7, row 1, 1 column by 1 row.',
  ])
})

test('a panel that was moved, resized, and neither because the list has another order', () => {
  const moved = panel({ layout: { x: 6, y: 8, w: 12, h: 8 } })
  expect(diff({}, { panels: [moved] })).toEqual([
    'CHANGED Panel "Failures": Moved from column 1, row 1 to column 7, row 9. ' +
      'Resized from 6 columns by 8 rows to 12 columns by 8 rows.',
  ])
  const other = panel({ id: 'p2' })
  expect(diff({ panels: [panel(), other] }, { panels: [other, panel()] })).toEqual([])
})

test('settings of a panel, field by field', () => {
  const query = {
    dataset: 'jobs',
    measures: ['failure_rate', 'count'],
    filters: [{ dimension: 'status', values: ['FAILED'] }],
  }
  const after = panel({ title: 'Failed jobs', query, options: { stacked: true, legendPlace: 'right' } })
  expect(diff({}, { panels: [after] })).toEqual([
    'CHANGED Panel "Failed jobs": Title: "Failures" became "Failed jobs". ' +
      'Query measures: "failure_rate" became "failure_rate", "count". ' +
      'Query filters 1 dimension: nothing became "status". Query filters 1 values: nothing became "FAILED". ' +
      'Query dimensions: "pipeline" became nothing. Options stacked: no became yes. Options legend place: nothing became "right".',
  ])
  expect(diff({}, { panels: [panel({ query: null, kind: 'markdown' })] })[0]).toMatch('Kind: "line" became "markdown".')
})

test('the dashboard itself, its range and its variables', () => {
  expect(diff({}, { title: 'Ops', timezone: 'Europe/Berlin', range: { previous: 'MONTH', count: 2 } })).toEqual([
    'CHANGED Dashboard: Title: "Operations" became "Ops". Range: "Last 24 hours" became "Previous 2 months". ' +
      'Timezone: nothing became "Europe/Berlin".',
  ])
  expect(diff({ variables: [region] }, { variables: [{ ...region, values: ['eu'] }, status] })).toEqual([
    'CHANGED Variable "Region": Values: none became "eu".',
    'ADDED Variable "Status": Chooses values of status.',
  ])
  expect(diff({ variables: [region, status] }, { variables: [status, region] })).toEqual([
    'CHANGED Order of the variables: It is Status, Region now.',
  ])
  expect(diff({ variables: [region, status] }, { variables: [status] })).toEqual([
    'REMOVED Variable "Region": Chooses values of label.region.',
  ])
})

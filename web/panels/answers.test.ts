import { expect, test, vi } from 'vitest'
import { exampleSeries, exampleTable, dimensionColumn, measureColumn } from './example.ts'
import { colourKey, keyLabel } from './keys.ts'
import { panelKindOf, panelKinds } from './index.ts'
import { pick, pickHint } from './pick.ts'
import { readThresholds } from './read-options.ts'
import { seriesData } from './series-data.ts'
import { shapeOf } from './table-shape.ts'
import { seriesTable } from './tables.ts'

const dress = { thresholds: [], annotations: [], colourOf: (key: string) => key.length }
const interaction = { cursor: null, onCursor: () => {} }
const key = [{ dimension: 'pipeline', value: 'import' }]

test('kinds have names of their own, and an unknown one is none', () => {
  expect(new Set(panelKinds.map(({ kind }) => kind)).size).toBe(panelKinds.length)
  expect(panelKindOf('pie')?.title).toBe('Pie')
  expect(panelKindOf('hologram')).toBeNull()
})

test('each unit has a chart of its own, and an empty answer has an empty one', () => {
  const answer = exampleSeries([
    { measure: 'count', title: 'Jobs', unit: 'COUNT', values: [1] },
    { measure: 'p50', title: 'p50', unit: 'MILLISECONDS', values: [2] },
    { measure: 'failed', title: 'Failed', unit: 'COUNT', values: [3] },
  ])
  expect(seriesData(answer, dress).map(({ series }) => series.map(({ label }) => label))).toEqual([
    ['Jobs', 'Failed'],
    ['p50'],
  ])
  expect(seriesData({ ...answer, series: [] }, dress)).toMatchObject([{ series: [] }])
})

test('beyond the colours a series has dashes, but not where it stands alone', () => {
  const one = { measure: 'count', title: 'Jobs', unit: 'COUNT', values: [1] } as const
  const placesOf = (series: Parameters<typeof exampleSeries>[0]) =>
    seriesData(exampleSeries(series), { ...dress, colourOf: () => 8 })[0]?.series.map(({ place }) => place)
  expect(placesOf([one])).toEqual([2])
  expect(placesOf([one, { ...one, measure: 'failed' }])).toEqual([8, 8])
})

test('a status has its word and its colour; with several measures a series has the name of its measure too', () => {
  const status = [{ dimension: 'status', value: 'TIMED_OUT' }]
  const one = { measure: 'count', title: 'Jobs', unit: 'COUNT', key: status, values: [1] } as const
  expect(seriesData(exampleSeries([one]), dress)[0]?.series[0]).toMatchObject({
    label: 'Timed out',
    status: 'TIMED_OUT',
  })
  const two = seriesData(exampleSeries([one, { ...one, measure: 'cost', title: 'Cost' }]), dress)[0]
  expect(two?.series.map(({ label }) => label)).toEqual(['Timed out · Jobs', 'Timed out · Cost'])
})

test('the compared period is a line over the series, and a column of the table', () => {
  const answer = exampleSeries([{ measure: 'count', title: 'Jobs', unit: 'COUNT', values: [4, 5] }])
  const compared = {
    ...answer,
    series: answer.series.map((series) => ({
      ...series,
      compare: series.points.map((point, i) => ({ ...point, value: i === 0 ? null : 3 })),
    })),
  }
  expect(seriesData(compared, dress)[0]?.overlays?.lines).toMatchObject([
    { label: 'Jobs, before', points: [{ value: 3 }] },
  ])
  expect(seriesTable(compared).rows.map((row) => row.slice(1))).toEqual([
    [4, null],
    [5, 3],
  ])
  expect(seriesTable(undefined)).toMatchObject({ rows: [] })
})

test('a key has one colour everywhere, and a value that is missing a name', () => {
  expect(colourKey(key, 'count')).toBe('import')
  expect(colourKey([], 'count')).toBe('count')
  expect(keyLabel([...key, { dimension: 'label.region', value: null }])).toBe('import · none')
  expect(keyLabel([{ dimension: 'duration_bin', value: '63000' }])).toBe('from 1 m 3 s')
})

test('picking keeps the values; with Shift, or without values, it opens the rows', () => {
  const [onFilter, onDrill] = [vi.fn(), vi.fn()]
  const all = { ...interaction, onFilter, onDrill }
  pick({ key }, false, all)
  expect(onFilter.mock.calls).toEqual([['pipeline', 'import']])
  pick({ key }, true, all)
  pick({ key: [], span: { from: 0, to: 1 } }, false, all)
  pick({ key }, false, { ...interaction, onDrill })
  expect(onDrill.mock.calls).toEqual([[{ key }], [{ key: [], span: { from: 0, to: 1 } }], [{ key }]])
  expect(onFilter).toHaveBeenCalledTimes(1)
  expect(pickHint(interaction, true)).toBeUndefined()
})

test('columns by what they are for, and cells in their units', () => {
  const table = exampleTable(
    [
      dimensionColumn('p', 'P'),
      measureColumn('d', 'D', 'MILLISECONDS'),
      measureColumn('d_compare', 'D', 'MILLISECONDS'),
    ],
    [],
  )
  expect(shapeOf(table)).toMatchObject({ time: null, dimensions: [{ place: 0 }], measures: [{ place: 1 }] })
})

test('thresholds that are none are left out, and there are never too many', () => {
  expect(readThresholds([{ value: 1, look: 'odd', label: 7 }, { value: '2' }, null])).toEqual([
    { value: 1, look: 'warning', label: '' },
  ])
  expect(readThresholds(Array.from({ length: 50 }, (_, value) => ({ value })))).toHaveLength(10)
})

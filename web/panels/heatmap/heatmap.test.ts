import { expect, test } from 'vitest'
import { chartThemes } from '../../charts/theme.ts'
import { exampleSeries } from '../example.ts'
import { testPanelKind } from '../testing.ts'
import { toGrid } from './grid.ts'
import { heatmap } from './index.ts'
import { heatmapScene } from './scene.ts'
import { heatmapSummary } from './summary.ts'

const hours = (values: (number | null)[], unit: 'COUNT' | 'RATIO' = 'COUNT') =>
  exampleSeries([{ measure: 'm', title: 'M', unit, values }], values.length)
const sum = (cells: readonly unknown[]) =>
  cells.reduce<number>((total, cell) => total + (typeof cell === 'number' ? cell : 0), 0)
const twoWeeks = Array.from({ length: 336 }, (_, i) => i)

test('holds what every panel holds', () =>
  testPanelKind(heatmap, (rows, { SERIES }) => {
    expect(rows.map(([hour]) => hour).slice(8, 10)).toEqual(['08:00–09:00', '09:00–10:00'])
    expect(sum(rows.flat())).toBe(sum((SERIES?.series ?? []).flatMap(({ points }) => points.map(({ value }) => value))))
  }))

test('holds what every panel holds, by series', () =>
  testPanelKind({
    ...heatmap,
    example: {
      ...heatmap.example,
      options: { rows: 'SERIES' },
      answers: {
        SERIES: exampleSeries([
          {
            measure: 'm',
            title: 'M',
            unit: 'RATIO',
            key: [{ dimension: 'pipeline', value: 'import' }],
            values: [0.1, null, 0.3],
          },
          {
            measure: 'm',
            title: 'M',
            unit: 'RATIO',
            key: [{ dimension: 'pipeline', value: 'mail' }],
            values: [0.2, 0.5, 0.6],
          },
        ]),
      },
    },
  }))

test('hours of the week in the zone of the answer: counts are summed, shares are averaged, and it says so', () => {
  // The example begins on Thursday, 19 November 2026, 15:00 in Berlin.
  const counts = toGrid(hours(twoWeeks), { rows: 'WEEKDAYS' })
  expect(counts.rows[3]).toMatchObject({ label: 'Thursday' })
  expect(counts.rows[3]?.values[15]).toBe(0 + 168)
  expect(counts.caption).toBe('Sum, times in Europe/Berlin')
  const shares = toGrid(hours(twoWeeks, 'RATIO'), { rows: 'WEEKDAYS' })
  expect(shares.rows[3]?.values[15]).toBe(84)
  expect(shares.caption).toBe('Mean of the hourly values, times in Europe/Berlin')
})

test('the table has the hours of the week as they are drawn', () => {
  const { columns, rows } = heatmap.table({ SERIES: hours(twoWeeks) }, { rows: 'WEEKDAYS' })
  expect(columns.map(({ title }) => title).slice(0, 3)).toEqual(['Hour', 'Monday', 'Tuesday'])
  expect(rows[15]?.[4]).toBe(0 + 168)
})

test('an hour that never came is empty, not zero', () => {
  const { rows } = toGrid(hours([5, null, 7]), { rows: 'WEEKDAYS' })
  expect(rows[3]?.values.slice(14, 19)).toEqual([null, 5, null, 7, null])
  expect(rows[0]?.values.every((value) => value === null)).toBe(true)
})

test('other buckets than hours are refused in words', () => {
  const grid = toGrid({ ...hours([1, 2]), every: 'DAY' }, { rows: 'WEEKDAYS' })
  expect(heatmapSummary(grid, 'Title')).toBe('Title: Choose buckets of an hour for this panel.')
})

test('cells are a full grid for the keys, and know their bucket', () => {
  const answer = exampleSeries(
    ['a', 'b'].map((value) => ({
      measure: 'm',
      title: 'M',
      unit: 'COUNT',
      key: [{ dimension: 'd', value }],
      values: [1, null, 3],
    })),
  )
  const scene = heatmapScene(toGrid(answer, { rows: 'SERIES' }), { width: 400, height: 200, theme: chartThemes.dark })
  expect(scene.columns).toBe(3)
  expect(scene.items).toHaveLength(6)
  expect(scene.items[4]).toMatchObject({ values: [{ text: 'no value' }], span: { from: Date.UTC(2026, 10, 19, 15) } })
  expect(scene.time?.spans).toHaveLength(3)
})

import { expect, test } from 'vitest'
import { chartThemes } from '../../charts/theme.ts'
import { dimensionColumn, exampleHour, exampleTable, measureColumn } from '../example.ts'
import type { Cell } from '../panel.ts'
import { testPanelKind } from '../testing.ts'
import { statusTimeline } from './index.ts'
import { failedShare, toLanes, worstOf } from './lanes.ts'
import { statusScene } from './scene.ts'
import { statusSummary } from './summary.ts'

const columns = [
  { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME' } as const,
  dimensionColumn('pipeline', 'Pipeline'),
  dimensionColumn('status', 'Status'),
  measureColumn('count', 'Jobs', 'COUNT'),
]
const rows: Cell[][] = [
  [exampleHour(0), 'mail', 'SUCCEEDED', 3],
  [exampleHour(0), 'import', 'SUCCEEDED', 9],
  [exampleHour(0), 'import', 'FAILED', 1],
  [exampleHour(3), 'import', 'RUNNING', 2],
  [exampleHour(3), 'import', 'SUCCEEDED', 0],
]
const answer = { ...exampleTable(columns, rows), complete: [true, true, true, false, false] }

test('holds what every panel holds', () => testPanelKind(statusTimeline))

test('a lane for each pipeline, and empty buckets where nothing happened', () => {
  const { lanes, buckets } = toLanes(answer, { order: 'NAME' })
  expect(buckets.map(({ complete }) => complete)).toEqual([true, true, true, false])
  expect(lanes.map(({ label, tallies }) => [label, ...tallies])).toEqual([
    ['import', { SUCCEEDED: 9, FAILED: 1 }, null, null, { RUNNING: 2 }],
    ['mail', { SUCCEEDED: 3 }, null, null, null],
  ])
  expect(toLanes(answer, { order: 'FAILED' }).lanes.map(({ label }) => label)).toEqual(['import', 'mail'])
})

test('the worst status, and the failed share of what is finished', () => {
  expect(worstOf({ SUCCEEDED: 9, TIMED_OUT: 1 })).toBe('TIMED_OUT')
  expect(worstOf({ SUCCEEDED: 9, RUNNING: 1 })).toBe('RUNNING')
  expect([failedShare({ SUCCEEDED: 9, FAILED: 1, QUEUED: 5 }), failedShare({ RUNNING: 1 })]).toEqual([0.1, null])
})

test('a question without status or time is refused in words', () => {
  const lanes = toLanes(exampleTable(columns.slice(1), []), { order: 'NAME' })
  expect(statusSummary(lanes, 'Title')).toBe('Title: Choose buckets of time and the dimension status for this panel.')
})

test('a cell tells all that was in it', () => {
  const scene = statusScene(toLanes(answer, { order: 'NAME' }), 'Europe/Berlin', {
    width: 500,
    height: 120,
    theme: chartThemes.light,
  })
  expect(scene.items[0]).toMatchObject({
    name: 'import, Thu 19 Nov 2026, 15:00–16:00 CET',
    values: [
      { label: 'Failed', text: '1' },
      { label: 'Succeeded', text: '9' },
      { label: 'Failed share', text: '10%' },
    ],
  })
  expect(scene.items[3]?.note).toContain('Incomplete')
})

import { expect, test } from 'vitest'
import type { Threshold } from '../../charts/chart.ts'
import { exampleTable, measureColumn } from '../example.ts'
import { testPanelKind } from '../testing.ts'
import { gauge } from './index.ts'
import { gaugeSummary, readGauge, shareOf } from './reading.ts'

const thresholds: Threshold[] = [
  { value: 90, look: 'bad', label: 'Full' },
  { value: 50, look: 'warning', label: '' },
]
const read = (value: number | null, options = {}) =>
  readGauge(exampleTable([measureColumn('count', 'Jobs', 'COUNT')], [[value]]), {
    min: null,
    max: null,
    thresholds,
    ...options,
  })

test('holds what every panel holds', () => testPanelKind(gauge))

test('the highest threshold that is reached', () => {
  expect([10, 50, 89, 90].map((value) => read(value).reached?.look)).toEqual([undefined, 'warning', 'warning', 'bad'])
  expect(gaugeSummary(read(95), 'Jobs')).toBe('Jobs: 95, bad (Full), on a scale from 0 to 100.')
  expect(gaugeSummary(read(null), 'Jobs')).toBe('Jobs: no value in this range.')
})

test('the ends fit the value and the thresholds, unless they are chosen', () => {
  expect(read(120)).toMatchObject({ min: 0, max: 150 })
  expect(read(-5)).toMatchObject({ min: -5, max: 100 })
  expect(read(5, { min: 10, max: 20 })).toMatchObject({ min: 10, max: 20 })
  expect(read(5, { min: 10, max: 3 })).toMatchObject({ min: 10, max: 11 })
  expect([
    shareOf(read(5, { min: 10, max: 20 }), 5),
    shareOf(read(75, { max: 100 }), 75),
    shareOf(read(1), null),
  ]).toEqual([0, 0.75, null])
})

import { expect, test } from 'vitest'
import type { Threshold } from '../charts/chart.ts'
import { thresholdOf, thresholdWords } from './thresholds.ts'

const thresholds: Threshold[] = [
  { value: 0.1, look: 'bad', label: 'Call somebody' },
  { value: 0, look: 'good', label: '' },
  { value: 0.05, look: 'warning', label: '' },
]
const lookOf = (value: number | null) => thresholdOf(value, thresholds)?.look ?? null

test('the highest threshold that was reached counts, in whatever order they stand', () => {
  expect([0.2, 0.1, 0.07, 0].map(lookOf)).toEqual(['bad', 'bad', 'warning', 'good'])
})

test('below all of them, and without a value, nothing is said', () => {
  expect([-1, null].map(lookOf)).toEqual([null, null])
  expect(thresholdOf(5, [])).toBeNull()
})

test('is called by its label, or by its look', () => {
  expect(thresholds.map(thresholdWords)).toEqual(['Call somebody', 'Good', 'Warning'])
})

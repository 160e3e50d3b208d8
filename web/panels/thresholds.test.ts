import { expect, test } from 'vitest'
import { readThresholds, toneOf } from './thresholds.ts'

const thresholds = [
  { from: 0.1, tone: 'bad' },
  { from: 0, tone: 'good' },
  { from: 0.05, tone: 'warning' },
] as const

test('the highest threshold that was reached counts, in whatever order they stand', () => {
  expect(toneOf(0.2, thresholds)).toBe('bad')
  expect(toneOf(0.1, thresholds)).toBe('bad')
  expect(toneOf(0.07, thresholds)).toBe('warning')
  expect(toneOf(0, thresholds)).toBe('good')
})

test('below all of them, and without a value, nothing is said', () => {
  expect(toneOf(-1, thresholds)).toBeNull()
  expect(toneOf(null, thresholds)).toBeNull()
  expect(toneOf(5, [])).toBeNull()
})

test('reads what is stored, sorted, and leaves out what cannot be read', () => {
  const stored = [{ from: 3, tone: 'bad' }, { from: 'x' }, null, { from: 1, tone: 'purple' }]
  expect(readThresholds(stored)).toEqual([
    { from: 1, tone: 'warning' },
    { from: 3, tone: 'bad' },
  ])
  expect(readThresholds({ from: 1 })).toEqual([])
})

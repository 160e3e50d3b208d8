import { expect, test } from 'vitest'

import { compareInWords } from './compare-in-words.ts'

test.each([
  [0.18, 0.045, 'RATIO', '4 times as much'],
  [0.25, 0.2, 'RATIO', '5 percentage points more'],
  [0.1, 0.2, 'RATIO', '10 percentage points less'],
  [0.1, 0, 'RATIO', '10 percentage points more'],
  [40, 10, 'COUNT', '4 times as many'],
  [126, 10, 'COUNT', '13 times as many'],
  [13, 10, 'COUNT', '30% more'],
  [7, 10, 'COUNT', '30% fewer'],
  [12, 0, 'COUNT', '12 more'],
  [0, 12, 'COUNT', null],
  [5, 5, 'COUNT', null],
  [1000.1, 1000, 'COUNT', null],
  [1, 1e6, 'COUNT', 'more than 99% fewer'],
  [1e9, 1e-9, 'NONE', 'more than 1,000 times as much'],
  [-5, 10, 'NONE', '15 less'],
  [5, -10, 'NONE', '15 more'],
  [90_000, 60_000, 'MILLISECONDS', '50% longer'],
  [180_000, 60_000, 'MILLISECONDS', '3 times as long'],
  [30_000, 60_000, 'MILLISECONDS', '50% shorter'],
] as const)('%d against %d %s: %s', (value, other, unit, words) => {
  expect(compareInWords(value, other, { unit, currency: null })).toBe(words)
})

test('no number', () => {
  expect(() => compareInWords(Infinity, 1, { unit: 'COUNT', currency: null })).toThrow('Infinity')
})

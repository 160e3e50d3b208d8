import { expect, test } from 'vitest'
import { parseDuration } from './duration.ts'

test.each([
  ['PT6H', { months: 0, days: 0, ms: 21_600_000 }],
  ['P30D', { months: 0, days: 30, ms: 0 }],
  ['P1M', { months: 1, days: 0, ms: 0 }],
  ['PT1M', { months: 0, days: 0, ms: 60_000 }],
  ['P1Y2M3W4DT5H6M7S', { months: 14, days: 25, ms: 18_367_000 }],
])('%s', (text, expected) => {
  expect(parseDuration(text)).toEqual(expected)
})

test.each(['', 'P', 'PT', 'P1DT', '30D', 'p30d', 'P-1D', '-P1D', 'P1.5D', 'P1H', 'P1D ', 'P99999999999D', "P1D'--"])(
  '%j is not a duration',
  (text) => {
    expect(parseDuration(text)).toBeNull()
  },
)

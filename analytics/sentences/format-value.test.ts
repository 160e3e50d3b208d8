import { expect, test } from 'vitest'

import { formatValue } from './format-value.ts'

test.each([
  [0, 'COUNT', null, '0'],
  [-0, 'COUNT', null, '0'],
  [12.345, 'COUNT', null, '12.3'],
  [99.97, 'COUNT', null, '100'],
  [1_234_567.8, 'COUNT', null, '1,234,568'],
  [-3, 'COUNT', null, '-3'],
  [0.18, 'RATIO', null, '18%'],
  [0.000_312_34, 'RATIO', null, '0.0312%'],
  [0.9997, 'RATIO', null, '99.97%'],
  [1, 'RATIO', null, '100%'],
  [200_000, 'MILLISECONDS', null, '3 min 20 s'],
  [12, 'PER_HOUR', null, '12 per hour'],
  [12.3, 'CURRENCY', 'USD', 'USD 12.30'],
  [0.00421, 'CURRENCY', 'EUR', 'EUR 0.00421'],
  [-1500, 'CURRENCY', 'JPY', '-JPY 1,500'],
  [0, 'CURRENCY', 'USD', 'USD 0.00'],
  [12.34, 'CURRENCY', null, '12.3'],
  [2.5, 'NONE', null, '2.5'],
] as const)('%d %s %s: %s', (value, unit, currency, text) => {
  expect(formatValue(value, { unit, currency })).toBe(text)
})

test('wrong calls', () => {
  expect(() => formatValue(NaN, { unit: 'COUNT', currency: null })).toThrow('NaN')
})

import { describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatChange,
  formatCompact,
  formatCount,
  formatDuration,
  formatExactDuration,
  formatMoney,
  formatNumber,
  formatPercent,
} from './format.ts'

test.each([
  [0, '0 ms'],
  [340, '340 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1000, '1 s'],
  [3400, '3.4 s'],
  [9_960, '10 s'],
  [59_400, '59 s'],
  [59_700, '1 m'],
  [72_340, '1 m 12 s'],
  [120_000, '2 m'],
  [3_599_700, '1 h'],
  [7_500_000, '2 h 5 m'],
  [86_400_000, '1 d'],
  [100_800_000, '1 d 4 h'],
  [-72_340, '−1 m 12 s'],
])('%d ms is %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words)
})

test('a length to the millisecond', () => {
  expect(formatExactDuration(72_340)).toBe('72.340 s')
  expect(formatExactDuration(340)).toBe('340 ms')
})

test.each([
  [0, '0'],
  [7, '7'],
  [999, '999'],
  [1000, '1 k'],
  [12_430, '12.4 k'],
  [999_940, '1 M'],
  [1_234_000, '1.23 M'],
  [-12_430, '-12.4 k'],
  [2_500_000_000, '2.5 bn'],
  [0.12345, '0.123'],
])('%d compared is %s', (value, words) => {
  expect(formatCompact(value)).toBe(words)
})

test('a number in full', () => {
  expect(formatNumber(12430.5)).toBe('12,430.5')
})

describe('money', () => {
  test('has the decimals of its currency', () => {
    expect(formatMoney(1234.5, 'EUR')).toBe('€1,234.50')
    expect(formatMoney(1234.5, 'JPY')).toBe('¥1,235')
  })

  test('a tenth of a cent is not nothing', () => {
    expect(formatMoney(0.00123, 'USD')).toBe('$0.0012')
    expect(formatMoney(0, 'USD')).toBe('$0.00')
  })
})

test.each([
  [0, '0%'],
  [0.0004, '<0.1%'],
  [0.0734, '7.3%'],
  [0.5, '50%'],
  [0.9999, '>99.9%'],
  [1, '100%'],
])('the share %d is %s', (ratio, words) => {
  expect(formatPercent(ratio)).toBe(words)
})

test('changes carry their sign', () => {
  expect([0.124, -0.5, 0].map(formatChange)).toEqual(['+12.4%', '−50%', '0%'])
})

test('counts carry their noun', () => {
  expect([0, 1, 1200].map((count) => formatCount(count, 'job'))).toEqual(['0 jobs', '1 job', '1,200 jobs'])
})

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [12_430_000, '12.4 MB'],
  [999_600, '1 MB'],
  [50_000_000_000, '50 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})

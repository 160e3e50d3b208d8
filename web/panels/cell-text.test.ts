import { expect, test } from 'vitest'
import { cellText, currencyOf } from './cell-text.ts'
import type { PanelColumn } from './panel.ts'

const measure = (unit: PanelColumn['unit']): PanelColumn => ({
  name: 'm',
  title: 'M',
  type: 'FLOAT',
  unit,
  role: 'MEASURE',
})
const time: PanelColumn = { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME' }
const currency: PanelColumn = { name: 'currency', title: 'Currency', type: 'STRING', unit: 'NONE', role: 'DIMENSION' }
const total = { timezone: 'Europe/Berlin', every: null }

test('numbers in their unit, as exact as they are or with fixed decimals', () => {
  expect(cellText(12430.5, measure('COUNT'), total)).toBe('12,430.5')
  expect(cellText(72_340, measure('MILLISECONDS'), total)).toBe('1 m 12 s')
  expect(cellText(0.0734, measure('RATIO'), total)).toBe('7.3%')
  expect(cellText(0.0734, measure('RATIO'), total, 2)).toBe('7.34%')
  expect(cellText(3, measure('PER_HOUR'), total, 1)).toBe('3.0/h')
  expect(cellText(1.005, measure('NONE'), total, 1)).toBe('1.0')
})

test('money in the currency of its row', () => {
  expect(currencyOf(['EUR', 5], [currency, measure('CURRENCY')])).toBe('EUR')
  expect(currencyOf([null, 5], [currency, measure('CURRENCY')])).toBeNull()
  expect(currencyOf([5], [measure('CURRENCY')])).toBeNull()
  expect(cellText(1234.5, measure('CURRENCY'), { ...total, currency: 'EUR' })).toBe('€1,234.50')
})

test('money whose currency is not said still stands in line, and an amount below a cent is not nothing', () => {
  expect(cellText(1234.5, measure('CURRENCY'), total)).toBe('1,234.50')
  expect(cellText(0.0012, measure('CURRENCY'), total)).toBe('0.0012')
})

test('times as buckets of the zone, or as moments', () => {
  expect(cellText('2026-11-20T13:00:00Z', time, { ...total, every: 'HOUR' })).toBe('Fri 20 Nov 2026, 14:00–15:00 CET')
  expect(cellText('2026-11-20T13:00:00Z', time, total)).toBe('20 Nov 2026, 14:00:00 CET')
})

test('what is missing', () => {
  expect(cellText(null, measure('COUNT'), total)).toBe('–')
  expect(cellText(null, currency, total)).toBe('none')
})

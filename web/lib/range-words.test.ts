import { expect, test } from 'vitest'
import { durationWords, rangeWords, spanWords, zoneWords } from './range-words.ts'

const zone = 'Europe/Berlin'
const words = (from: string, to: string): string => spanWords({ from: Date.parse(from), to: Date.parse(to) }, zone)

test('whole days include the last one', () => {
  expect(words('2026-11-19T23:00Z', '2026-11-20T23:00Z')).toBe('20 Nov 2026')
  expect(words('2026-11-13T23:00Z', '2026-11-16T23:00Z')).toBe('14 – 16 Nov 2026')
  expect(words('2026-11-13T23:00Z', '2026-12-02T23:00Z')).toBe('14 Nov – 2 Dec 2026')
  expect(words('2026-12-30T23:00Z', '2027-01-02T23:00Z')).toBe('31 Dec 2026 – 2 Jan 2027')
})

test('moments carry their time', () => {
  expect(words('2026-11-20T09:00Z', '2026-11-20T11:30Z')).toBe('20 Nov 2026, 10:00 – 12:30')
  expect(words('2026-11-19T09:00Z', '2026-11-20T11:30Z')).toBe('19 Nov, 10:00 – 20 Nov 2026, 12:30')
})

test('a choice is said by its name', () => {
  expect(rangeWords({ kind: 'last', duration: 'P7D' }, zone)).toBe('Last 7 days')
  expect(rangeWords({ kind: 'last', duration: 'PT90M' }, zone)).toBe('Last 90 minutes')
  expect(rangeWords({ kind: 'named', name: 'previous-month' }, zone)).toBe('Previous month')
  expect(rangeWords({ kind: 'between', from: '2026-11-19T23:00:00Z', to: '2026-11-20T23:00:00Z' }, zone)).toBe(
    '20 Nov 2026',
  )
})

test('a length is said in words', () => {
  expect(durationWords('P1D')).toBe('1 day')
  expect(durationWords('P1Y2M')).toBe('1 year 2 months')
  expect(durationWords('P1DT6H')).toBe('1 day 6 hours')
  expect(durationWords('PT1M30S')).toBe('1 minute 30 seconds')
  expect(durationWords('soon')).toBe('soon')
})

test('the zone is named', () => {
  expect(zoneWords(zone, Date.parse('2026-11-20T12:00Z'))).toBe('Europe/Berlin (CET)')
  expect(zoneWords('UTC', 0)).toBe('UTC')
})

import { expect, test } from 'vitest'
import { formatClock, formatDate, formatRelative, formatRelativeWords, formatTime, zoneName } from './format-time.ts'

const now = Date.UTC(2026, 10, 20, 14, 3, 12)
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

test.each([
  [0, 'just now', 'just now'],
  [4 * second, 'just now', 'just now'],
  [12 * second, '12 s ago', '12 seconds ago'],
  [minute, '1 m ago', '1 minute ago'],
  [119 * second, '1 m ago', '1 minute ago'],
  [3 * hour, '3 h ago', '3 hours ago'],
  [5 * day, '5 d ago', '5 days ago'],
  [-2 * minute, 'in 2 m', 'in 2 minutes'],
])('%d ms before', (before, short, words) => {
  expect(formatRelative(now - before, now)).toBe(short)
  expect(formatRelativeWords(now - before, now)).toBe(words)
})

test('what is long ago is said by its date', () => {
  expect(formatRelative(now - 40 * day, now)).toMatch(/^1[01] Oct 2026$/)
  expect(formatRelativeWords(now - 40 * day, now)).toMatch(/^on 1[01] Oct 2026$/)
})

test('a moment names its zone, daylight saving heeded', () => {
  expect(formatTime(now, 'UTC')).toBe('20 Nov 2026, 14:03:12 UTC')
  expect(formatTime(now, 'Europe/Berlin')).toBe('20 Nov 2026, 15:03:12 CET')
  expect(formatTime(Date.UTC(2026, 6, 1, 12), 'Europe/Berlin')).toBe('1 Jul 2026, 14:00:00 CEST')
  expect(zoneName(now, 'Asia/Kolkata')).toBe('GMT+5:30')
})

test('the parts of a moment', () => {
  expect(formatClock(now, 'Europe/Berlin')).toBe('15:03:12')
  expect(formatClock(Date.UTC(2026, 0, 1), 'UTC')).toBe('00:00:00')
  expect(formatDate(now, 'Pacific/Auckland')).toBe('21 Nov 2026')
})

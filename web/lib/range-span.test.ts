import { expect, test } from 'vitest'
import type { NamedRange } from './range.ts'
import { isOpen, rangeInput, spanOf } from './range-span.ts'

const zone = 'Europe/Berlin'
/** Friday, 14:23:30 in Berlin (UTC+1) */
const now = Date.parse('2026-11-20T13:23:30Z')

const local = (name: NamedRange, at = now): string[] => {
  const span = spanOf({ kind: 'named', name }, at, zone)
  return [span.from, span.to].map((moment) => new Date(moment).toISOString().slice(0, 16))
}

test.each<[NamedRange, string, string]>([
  ['today', '2026-11-19T23:00', '2026-11-20T13:24'],
  ['yesterday', '2026-11-18T23:00', '2026-11-19T23:00'],
  ['this-week', '2026-11-15T23:00', '2026-11-20T13:24'],
  ['previous-week', '2026-11-08T23:00', '2026-11-15T23:00'],
  ['this-month', '2026-10-31T23:00', '2026-11-20T13:24'],
  ['previous-month', '2026-09-30T22:00', '2026-10-31T23:00'],
  ['this-year', '2025-12-31T23:00', '2026-11-20T13:24'],
])('%s in Berlin', (name, from, to) => {
  expect(local(name)).toEqual([from, to])
})

test('the day on which summer time ends has 25 hours', () => {
  const span = spanOf({ kind: 'named', name: 'yesterday' }, Date.parse('2026-10-26T12:00:00Z'), zone)
  expect((span.to - span.from) / 3_600_000).toBe(25)
})

test('a length ends now; days of it follow the calendar', () => {
  expect(spanOf({ kind: 'last', duration: 'PT6H' }, now, zone)).toEqual({ from: now - 6 * 3_600_000, to: now })
  const month = spanOf({ kind: 'last', duration: 'P30D' }, now, zone)
  expect(new Date(month.from).toISOString()).toBe('2026-10-21T12:23:30.000Z')
})

test('the server is asked for a length, or for two moments', () => {
  expect(rangeInput({ kind: 'last', duration: 'P30D' }, now, zone)).toEqual({ last: 'P30D' })
  expect(rangeInput({ kind: 'named', name: 'yesterday' }, now, zone)).toEqual({
    from: '2026-11-18T23:00:00Z',
    to: '2026-11-19T23:00:00Z',
  })
})

test('a range is open while jobs can still fall into it', () => {
  expect(isOpen({ kind: 'last', duration: 'PT1H' }, now, zone)).toBe(true)
  expect(isOpen({ kind: 'named', name: 'today' }, now, zone)).toBe(true)
  expect(isOpen({ kind: 'named', name: 'yesterday' }, now, zone)).toBe(false)
})

import { expect, test } from 'vitest'
import { resolveRange, type TimeRange } from './time-range.ts'

const now = new Date('2026-11-20T10:00:00.000Z')

function range(input: TimeRange, timezone?: string, at = now): string[] {
  const { from, to } = resolveRange(input, at, timezone)
  return [from.toISOString(), to.toISOString()]
}

test('the last so much ends now, or where it is told to', () => {
  expect(range({ last: 'PT6H' })).toEqual(['2026-11-20T04:00:00.000Z', now.toISOString()])
  expect(range({ last: 'P30D' })).toEqual(['2026-10-21T10:00:00.000Z', now.toISOString()])
  expect(range({ last: 'P1Y' })[0]).toBe('2025-11-20T10:00:00.000Z')
  const to = new Date('2026-03-31T00:00:00Z')
  expect(range({ last: 'P1M', to })).toEqual(['2026-02-28T00:00:00.000Z', to.toISOString()])
})

test('days and months are those of the time zone, hours are exact', () => {
  // Berlin set its clocks back on 25 October 2026, New York on 1 November.
  expect(range({ last: 'P30D' }, 'Europe/Berlin')[0]).toBe('2026-10-21T09:00:00.000Z')
  expect(range({ last: 'P1M' }, 'America/New_York')[0]).toBe('2026-10-20T09:00:00.000Z')
  expect(range({ last: 'PT720H' }, 'Europe/Berlin')[0]).toBe('2026-10-21T10:00:00.000Z')
})

test('from and to', () => {
  const from = new Date('2026-01-01T00:00:00Z')
  expect(range({ from })).toEqual(['2026-01-01T00:00:00.000Z', now.toISOString()])
  expect(range({ from, to: new Date('2026-02-01T00:00:00Z') })[1]).toBe('2026-02-01T00:00:00.000Z')
})

test('whole periods of the calendar, in the time zone', () => {
  expect(range({ previous: 'MONTH' })).toEqual(['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'])
  // Summer time ended on 25 October.
  expect(range({ previous: 'MONTH' }, 'Europe/Berlin')).toEqual([
    '2026-09-30T22:00:00.000Z',
    '2026-10-31T23:00:00.000Z',
  ])
  expect(range({ previous: 'DAY', count: 7 })).toEqual(['2026-11-13T00:00:00.000Z', '2026-11-20T00:00:00.000Z'])
  expect(range({ previous: 'WEEK' })).toEqual(['2026-11-09T00:00:00.000Z', '2026-11-16T00:00:00.000Z'])
  expect(range({ previous: 'QUARTER', count: 2 })[0]).toBe('2026-04-01T00:00:00.000Z')
  expect(range({ previous: 'YEAR' })).toEqual(['2025-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'])
})

test('the current period, until now', () => {
  expect(range({ current: 'MONTH' })).toEqual(['2026-11-01T00:00:00.000Z', now.toISOString()])
  expect(range({ current: 'DAY' }, 'Asia/Kolkata')).toEqual(['2026-11-19T18:30:00.000Z', now.toISOString()])
  const midnight = new Date('2026-11-20T00:00:00.000Z')
  expect(range({ current: 'DAY' }, 'UTC', midnight)).toEqual([midnight.toISOString(), '2026-11-20T00:00:00.001Z'])
})

test.each<[TimeRange, string]>([
  [{}, 'has no beginning'],
  [{ to: now }, 'has no beginning'],
  [{ last: 'P1D', from: new Date(0) }, 'two beginnings'],
  [{ current: 'DAY', previous: 'DAY' }, 'give "previous" or "current", not both'],
  [{ previous: 'DAY', to: now }, '"previous", which has an end of its own: leave out "to"'],
  [{ last: 'P1D', count: 2 }, '"count": it belongs to "previous"'],
  [{ previous: 'DAY', count: 0 }, '"count" is 0: it must be a whole number between 1 and 1000'],
  [{ previous: 'YEAR', count: 100 }, '"from" lies outside the years 1970 to 2200'],
  [{ last: '30 days' }, '"30 days" is not a duration'],
  [{ last: 'P0D' }, 'is empty'],
  [{ from: now }, 'is empty'],
  [{ from: new Date('2026-12-01T00:00:00Z') }, '"from" must be before "to"'],
  [{ last: 'P200Y' }, '"from" lies outside the years 1970 to 2200'],
  [{ last: 'P9999999999Y' }, 'outside the years'],
  [{ last: 'PT9999999999H' }, 'outside the years'],
  [{ last: 'P1D', to: new Date(8e15) }, '"to" lies outside'],
  [{ last: 'P1D', to: new Date(NaN) }, '"to" lies outside'],
])('refuses %j', (input, message) => {
  expect(() => resolveRange(input, now)).toThrow(message)
})

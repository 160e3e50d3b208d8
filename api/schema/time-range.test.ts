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

test.each<[TimeRange, string]>([
  [{}, 'has no beginning'],
  [{ to: now }, 'has no beginning'],
  [{ last: 'P1D', from: new Date(0) }, 'two beginnings'],
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

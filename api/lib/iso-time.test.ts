import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DatabaseTime, exactIsoTime, isoTime, isoTimes } from './iso-time.ts'

test.each<[DatabaseTime, string, string]>([
  ['2026-11-20 10:00:00+00', '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000000Z'],
  ['2026-11-20 10:00:00.5+00', '2026-11-20T10:00:00.500Z', '2026-11-20T10:00:00.500000Z'],
  ['2026-11-20 10:00:00.05+00', '2026-11-20T10:00:00.050Z', '2026-11-20T10:00:00.050000Z'],
  ['2026-11-20 10:00:00.123999+00', '2026-11-20T10:00:00.123Z', '2026-11-20T10:00:00.123999Z'],
  ['1990-01-01 23:59:59.0001+00', '1990-01-01T23:59:59.000Z', '1990-01-01T23:59:59.000100Z'],
])('%s', (time, iso, exact) => {
  expect(isoTime(time)).toBe(iso)
  expect(exactIsoTime(time)).toBe(exact)
  // What a Date makes of the same text.
  expect(new Date(time).toISOString()).toBe(iso)
})

test('moments are written as a Date writes them', () => {
  const moment = fc.oneof(
    fc.date({ noInvalidDate: true, min: new Date('1969-12-30T00:00Z'), max: new Date('1970-01-03T00:00Z') }),
    fc.date({ noInvalidDate: true, min: new Date('-000100-01-01T00:00Z'), max: new Date('+011000-01-01T00:00Z') }),
    fc.nat(200_000).map((minute) => new Date(minute * 60_000)),
  )
  const property = fc.property(fc.array(moment, { maxLength: 50 }), (moments) => {
    const times = moments.flatMap((at) => [at.getTime(), at.getTime() + 1, at.getTime() + 59_999])
    expect(isoTimes(times)).toEqual(times.map((at) => new Date(at).toISOString()))
  })
  fc.assert(property, { numRuns: 500 })
})

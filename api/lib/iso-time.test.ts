import { expect, test } from 'vitest'
import { type DatabaseTime, exactIsoTime, isoTime } from './iso-time.ts'

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

import { expect, test } from 'vitest'
import { addMonths, instantOf, isTimeZone, nextTransition, offsetAt, subtractDuration, wallOf } from './zoned-time.ts'

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
const utc = (text: string) => Date.parse(`${text}Z`)

test('only IANA names are time zones', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires']) {
    expect(isTimeZone(zone), zone).toBe(true)
  }
  for (const zone of ['', '+02:00', 'Mars/Base', "UTC'; drop table jobs", 'Europe/Berlín', 'x'.repeat(1000)]) {
    expect(isTimeZone(zone), zone).toBe(false)
  }
})

test('offsets, halves of hours included', () => {
  expect(offsetAt(utc('2026-07-01T00:00'), 'Europe/Berlin')).toBe(7_200_000)
  expect(offsetAt(utc('2026-01-01T00:00'), 'Asia/Kolkata')).toBe(19_800_000)
  expect(offsetAt(utc('2026-07-01T00:00:00.999'), 'Australia/Lord_Howe')).toBe(37_800_000)
})

test('a reading that comes twice is the first, one that never comes is moved past the jump', () => {
  expect(iso(instantOf(utc('2026-10-25T02:30'), 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z')
  expect(iso(instantOf(utc('2026-03-29T02:30'), 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z')
  // Cairo had no midnight on 24 April 2026; Apia had no 30 December 2011.
  expect(iso(instantOf(utc('2026-04-24T00:00'), 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z')
  expect(iso(instantOf(utc('2011-12-30T00:00'), 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z')
  expect(iso(instantOf(utc('2011-12-31T00:00'), 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z')
  // In Sao Paulo midnight was set back to 23:00: the day began an hour later.
  expect(iso(instantOf(utc('2018-02-18T00:00'), 'America/Sao_Paulo'))).toBe('2018-02-18T03:00:00.000Z')
})

test('finds the moment of a transition', () => {
  const from = utc('2026-01-01T00:00')
  expect(iso(nextTransition(from, utc('2027-01-01T00:00'), 'Europe/Berlin'))).toBe('2026-03-29T01:00:00.000Z')
  expect(iso(nextTransition(from, utc('2026-12-01T00:00'), 'Australia/Lord_Howe'))).toBe('2026-04-04T15:00:00.000Z')
  expect(nextTransition(from, utc('2027-01-01T00:00'), 'Asia/Kolkata')).toBeNull()
  expect(nextTransition(from, utc('2026-03-29T00:59:59.999'), 'Europe/Berlin')).toBeNull()
})

test('months end where they end', () => {
  expect(iso(addMonths(utc('2026-01-31T12:00'), 1))).toBe('2026-02-28T12:00:00.000Z')
  expect(iso(addMonths(utc('2026-03-31T12:00'), -1))).toBe('2026-02-28T12:00:00.000Z')
  expect(iso(addMonths(utc('2024-02-29T12:00'), -12))).toBe('2023-02-28T12:00:00.000Z')
  expect(iso(addMonths(utc('2024-02-29T00:00'), -12, true))).toBe('2023-03-01T00:00:00.000Z')
  expect(iso(addMonths(utc('2026-12-15T00:00'), 2))).toBe('2027-02-15T00:00:00.000Z')
})

test('a day ago is the same time of the day before, 24 hours ago is not', () => {
  const noon = instantOf(utc('2026-03-29T12:00'), 'Europe/Berlin')
  expect(iso(wallOf(subtractDuration(noon, { months: 0, days: 1, ms: 0 }, 'Europe/Berlin'), 'Europe/Berlin'))).toBe(
    '2026-03-28T12:00:00.000Z',
  )
  expect(iso(subtractDuration(noon, { months: 0, days: 0, ms: 86_400_000 }, 'Europe/Berlin'))).toBe(
    '2026-03-28T10:00:00.000Z',
  )
})

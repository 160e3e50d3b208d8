import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTimeFormat, timeReader } from './time-format.ts'

function read(text: string, format: string, timezone = 'UTC'): string | null {
  const ms = timeReader(format, timezone)(text)
  return ms === null ? null : new Date(ms).toISOString()
}

test.each([
  ['2024-11-15T16:57:50Z', '2024-11-15T16:57:50.000Z'],
  ['2024-11-15 16:57:50', '2024-11-15T16:57:50.000Z'],
  ['2024-11-15 16:57:50.123456+02:00', '2024-11-15T14:57:50.123Z'],
  ['2024-11-15 16:57:50 UTC', '2024-11-15T16:57:50.000Z'],
  ['2024-11-15T16:57-0530', '2024-11-15T22:27:00.000Z'],
  ['2024-11-15', '2024-11-15T00:00:00.000Z'],
  ['2024-02-30', null],
  ['2024-11-15 24:00:00', null],
  ['15.11.2024', null],
  ['1731689870', null],
])('iso: %s', (text, expected) => {
  expect(read(text, 'iso')).toBe(expected)
})

test.each([
  ['15.11.2024 6:05', 'dd.MM.yyyy H:mm', '2024-11-15T06:05:00.000Z'],
  ['3/7/2024 12:30:00 AM', 'M/d/yyyy h:mm:ss a', '2024-03-07T00:30:00.000Z'],
  ['3/7/2024 12:30:00 pm', 'M/d/yyyy h:mm:ss a', '2024-03-07T12:30:00.000Z'],
  ['3/7/2024 13:30:00 pm', 'M/d/yyyy h:mm:ss a', null],
  ['31/12/2024', 'dd/MM/yyyy', '2024-12-31T00:00:00.000Z'],
  ['12/31/2024', 'dd/MM/yyyy', null],
  ['15/Nov/2024:16:57:50 +0100', 'dd/MMM/yyyy:HH:mm:ss XXX', '2024-11-15T15:57:50.000Z'],
  ['20241115T165750.5', "yyyyMMdd'T'HHmmss.SSS", '2024-11-15T16:57:50.500Z'],
  ['1731689870', 'epoch-s', '2024-11-15T16:57:50.000Z'],
  ['1731689870.25', 'epoch-s', '2024-11-15T16:57:50.250Z'],
  ['1731689870123', 'epoch-ms', '2024-11-15T16:57:50.123Z'],
  ['1731689870123456', 'epoch-us', '2024-11-15T16:57:50.123Z'],
  ['1731689870123456789', 'epoch-ns', '2024-11-15T16:57:50.123Z'],
  ['soon', 'epoch-s', null],
])('%s as %s', (text, format, expected) => {
  expect(read(text, format)).toBe(expected)
})

// Expected values from Python: datetime.strptime(text, …).replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC).
test.each([
  ['2024-07-01 08:00:00', 'Europe/Berlin', '2024-07-01T06:00:00.000Z'],
  ['2024-03-31 02:30:00', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'], // in the gap: becomes 03:30
  ['2024-10-27 02:30:00', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'], // twice: the first
  ['2024-03-10 02:30:00', 'America/New_York', '2024-03-10T07:30:00.000Z'],
  ['2024-11-03 01:30:00', 'America/New_York', '2024-11-03T05:30:00.000Z'],
  ['2024-10-06 02:15:00', 'Australia/Lord_Howe', '2024-10-05T15:45:00.000Z'], // half an hour
  ['2006-10-29 00:00:30', 'America/St_Johns', '2006-10-29T02:30:30.000Z'], // changed at 00:01
  ['2011-12-30 12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'], // a day that never was
  ['2024-06-01 12:00:00', 'Asia/Kolkata', '2024-06-01T06:30:00.000Z'],
])('%s in %s', (text, zone, expected) => {
  expect(read(text, 'iso', zone)).toBe(expected)
})

test('a time that says its offset does not ask the zone', () => {
  expect(read('2024-07-01T08:00:00Z', 'iso', 'Asia/Tokyo')).toBe('2024-07-01T08:00:00.000Z')
  expect(read('2024-07-01T08:00:00+01:00', 'iso', 'Asia/Tokyo')).toBe('2024-07-01T07:00:00.000Z')
})

test('any moment, written as the clocks of a zone show it, is read back, or as the first of two', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca']
  const moments = fc.integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2026, 0, 1) / 1000 })
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (seconds, zone) => {
      const text = (ms: number) => new Date(ms).toLocaleString('sv-SE', { timeZone: zone })
      const found = timeReader('iso', zone)(text(seconds * 1000))
      expect(found).not.toBeNull()
      expect(text(found!)).toBe(text(seconds * 1000))
      expect(found).toBeLessThanOrEqual(seconds * 1000)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['iso', true],
  ['epoch-ms', true],
  ['dd.MM.yyyy', true],
  ['constructor', false],
  ['HH:mm', false], // no date
  ['yyyy-MM-dd hh:mm', false], // morning or evening?
  ['yyyy-MM-dd HH:mm a', false],
  ['yyyy-MM-MMM-dd', false],
  ['YYYY-MM-DD', false],
  ['', false],
])('%s is a format: %s', (format, expected) => {
  expect(isTimeFormat(format)).toBe(expected)
})

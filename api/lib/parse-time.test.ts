import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTime } from './parse-time.ts'

describe('parseTime', () => {
  test('reads what JavaScript writes', () => {
    const years = { min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), (date) => void expect(parseTime(date.toISOString())).toEqual({ ms: date.getTime() })),
    )
  })

  test.each([
    ['2026-11-20T10:00Z', '2026-11-20T10:00:00Z'],
    ['2026-11-20 10:00:00.123456789z', '2026-11-20T10:00:00.123Z'],
    ['2026-11-20t10:00:00,5+0130', '2026-11-20T08:30:00.500Z'],
    ['2026-11-20T10:00:00-08', '2026-11-20T18:00:00Z'],
    ['2024-02-29T23:59:60Z', '2024-03-01T00:00:00Z'],
  ])('%s is %s', (text, same) => {
    expect(parseTime(text)).toEqual({ ms: Date.parse(same) })
  })

  test.each([
    ['2026-11-20T10:00:00', 'has no offset'],
    ['2026-11-20', 'is a day, not a moment: write for example 2026-11-20T00:00:00Z'],
    ['2026-02-29T00:00:00Z', 'does not exist'],
    ['2026-04-31T00:00:00Z', 'does not exist'],
    ['2026-13-01T00:00:00Z', 'does not exist'],
    ['2026-11-20T24:00:00Z', 'does not exist'],
    ['2026-11-20T10:00:00+24:00', 'does not exist'],
    ['20.11.2026 10:00', 'is not an ISO 8601 time'],
    ['2026-11-20T10:00:00 CET', 'is not an ISO 8601 time'],
    ['', 'is not an ISO 8601 time'],
    ['9'.repeat(1_000_000), 'is not an ISO 8601 time'],
  ])('%.40s is refused', (text, wrong) => {
    expect(parseTime(text)).toEqual({ wrong: expect.stringContaining(wrong) })
  })
})

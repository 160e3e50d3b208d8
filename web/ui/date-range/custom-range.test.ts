import { CalendarDate, CalendarDateTime } from '@internationalized/date'
import { expect, test } from 'vitest'
import { choiceOf, daysOf, fieldsOf, fieldsOfDays } from './custom-range.ts'

const zone = 'Europe/Berlin'

test('days of the calendar are whole days of the zone', () => {
  const fields = fieldsOfDays(new CalendarDate(2026, 11, 14), new CalendarDate(2026, 11, 16))
  expect(fields.to?.toString()).toBe('2026-11-16T23:59:00')
  expect(choiceOf(fields, zone)).toEqual({ kind: 'between', from: '2026-11-13T23:00:00Z', to: '2026-11-16T23:00:00Z' })
})

test('a range goes into the fields and comes out the same', () => {
  for (const [from, to] of [
    ['2026-11-13T23:00:00Z', '2026-11-16T23:00:00Z'],
    ['2026-11-20T09:15:00Z', '2026-11-20T10:00:00Z'],
    ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ] as const) {
    const fields = fieldsOf({ from: Date.parse(from), to: Date.parse(to) }, zone)
    expect(choiceOf(fields, zone)).toEqual({ kind: 'between', from, to })
  }
})

test('what is wrong is said', () => {
  const noon = new CalendarDateTime(2026, 11, 20, 12)
  expect(choiceOf({ from: null, to: noon }, zone)).toContain('begins')
  expect(choiceOf({ from: noon, to: null }, zone)).toContain('ends')
  expect(choiceOf({ from: noon, to: noon }, zone)).toContain('before')
  expect(daysOf({ from: noon.add({ days: 1 }), to: noon })).toBeNull()
})

import { expect, test } from 'vitest'

import { calendarPeriods } from './calendar-periods.ts'

const minute = 60_000
const day = 24 * 60 * minute

test.each([
  ['minutes', minute, [60, 1440, 10_080]],
  ['five minutes', 5 * minute, [12, 288, 2016]],
  ['hours', 60 * minute, [24, 168]],
  ['six hours', 360 * minute, [4, 28]],
  ['days', day, [7, 365]],
  ['weeks', 7 * day, [52]],
  ['months', 30.4375 * day, [12]],
  ['months of 30 days', 30 * day, [12]],
  ['months of 31 days', 31 * day, [12]],
  ['quarters', 91.3125 * day, [4]],
  ['years', 365 * day, []],
  ['seven minutes, of which no whole number is an hour', 7 * minute, [206, 1440]],
])('%s', (_, bucket, periods) => {
  expect(calendarPeriods(bucket)).toEqual(periods)
})

test('wrong buckets', () => {
  expect(() => calendarPeriods(0)).toThrow(RangeError)
  expect(() => calendarPeriods(NaN)).toThrow(RangeError)
})

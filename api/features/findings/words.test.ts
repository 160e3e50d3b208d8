import { expect, test } from 'vitest'
import type { AnsweredSeries } from '../metrics/index.ts'
import { calendarOf, subjectOf } from './words.ts'

const moment = Date.UTC(2026, 10, 12, 23)

test.each([
  ['MINUTE', 'at 13 November 2026, 00:00'],
  ['HOUR', 'in the hour from 13 November 2026, 00:00'],
  ['DAY', 'on 13 November 2026'],
  ['WEEK', 'in the week from 13 November 2026'],
  ['MONTH', 'in November 2026'],
  ['QUARTER', 'in the quarter from November 2026'],
  ['YEAR', 'in 2026'],
] as const)('%s: %s', (every, text) => {
  const calendar = calendarOf({ every, timezone: 'Europe/Berlin' })
  expect(calendar.when(moment)).toBe(text)
  expect(text.endsWith(calendar.name(moment))).toBe(true)
})

test('what a series is about: its values for people, and the currency apart', () => {
  const key = [
    { dimension: 'pipeline', value: 'etl' },
    { dimension: 'currency', value: 'EUR' },
    { dimension: 'trigger', value: null },
  ]
  const labels = ['Nightly ETL', 'EUR', null]
  const series = { title: 'Cost', unit: 'CURRENCY', key, labels, isOther: false } as unknown as AnsweredSeries
  const cost = { title: 'Cost', unit: 'CURRENCY', currency: 'EUR' }
  expect(subjectOf(series)).toEqual({ ...cost, of: 'Nightly ETL, none' })
  expect(subjectOf({ ...series, key: [], labels: [] })).toEqual({ ...cost, currency: null, of: null })
  expect(subjectOf({ ...series, isOther: true, labels: ['Other'] })).toEqual({ ...cost, of: 'all others' })
})

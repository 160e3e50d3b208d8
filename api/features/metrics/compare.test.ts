import { expect, test } from 'vitest'
import type { TimeRange } from '../../schema/time-range.ts'
import { comparedPeriod } from './compare.ts'
import type { Compare, Granularity } from './metric-query.ts'
import { planPeriod } from './range.ts'

const now = new Date('2026-11-20T10:20:00Z')
const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z')
const between = (from: string, to: string): TimeRange => ({ from: new Date(from), to: new Date(to) })

function compared(range: TimeRange, every: Granularity | null, compare: Compare, zone = 'UTC') {
  const axis = { range, every, zone }
  const { from, to, edges } = comparedPeriod(planPeriod(axis, now, 10_000), axis, compare)
  return { from: iso(from), to: iso(to), edges: edges.map(iso) }
}

test('days before: as many, ending at the same time of day', () => {
  const { from, to, edges } = compared({ last: 'P2D' }, 'DAY', 'PREVIOUS_PERIOD')
  expect([from, to]).toEqual(['2026-11-15T00:00Z', '2026-11-17T10:20Z'])
  expect(edges).toEqual(['2026-11-15T00:00Z', '2026-11-16T00:00Z', '2026-11-17T00:00Z', '2026-11-18T00:00Z'])
})

test('a day of 23 hours stands beside a whole day', () => {
  const { edges } = compared(
    between('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'),
    'DAY',
    'PREVIOUS_PERIOD',
    'Europe/Berlin',
  )
  expect(edges).toEqual(['2026-03-27T23:00Z', '2026-03-28T23:00Z'])
})

test('months before are months, whatever their length', () => {
  const { from, to, edges } = compared(between('2026-03-01T00:00Z', '2026-03-31T15:00Z'), 'MONTH', 'PREVIOUS_PERIOD')
  expect(edges).toEqual(['2026-02-01T00:00Z', '2026-03-01T00:00Z'])
  // 31 February does not exist: then all of February has passed.
  expect([from, to]).toEqual(['2026-02-01T00:00Z', '2026-03-01T00:00Z'])
})

test('hours before are as long, also across daylight saving', () => {
  const range = between('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')
  const { from, to, edges } = compared(range, 'HOUR', 'PREVIOUS_PERIOD', 'Europe/Berlin')
  expect([from, to]).toEqual(['2026-03-28T00:00Z', '2026-03-28T23:00Z'])
  expect(edges).toHaveLength(24)
})

test('a year before: the same dates, weeks go back by 52', () => {
  expect(compared(between('2026-05-01T00:00Z', '2026-05-03T00:00Z'), 'DAY', 'PREVIOUS_YEAR').edges).toEqual([
    '2025-05-01T00:00Z',
    '2025-05-02T00:00Z',
    '2025-05-03T00:00Z',
  ])
  expect(compared(between('2026-05-04T00:00Z', '2026-05-11T00:00Z'), 'WEEK', 'PREVIOUS_YEAR').edges).toEqual([
    '2025-05-05T00:00Z',
    '2025-05-12T00:00Z',
  ])
  const hours = compared(
    between('2026-03-29T00:00+01:00', '2026-03-29T02:00Z'),
    'HOUR',
    'PREVIOUS_YEAR',
    'Europe/Berlin',
  )
  expect(hours.edges).toEqual(['2025-03-28T23:00Z', '2025-03-29T00:00Z', '2025-03-29T01:00Z', '2025-03-29T02:00Z'])
})

test('29 February stands beside nothing, and 28 February beside both days', () => {
  expect(compared(between('2024-02-28T00:00Z', '2024-03-02T00:00Z'), 'DAY', 'PREVIOUS_YEAR').edges).toEqual([
    '2023-02-28T00:00Z',
    '2023-03-01T00:00Z',
    '2023-03-01T00:00Z',
    '2023-03-02T00:00Z',
  ])
  expect(compared(between('2025-02-28T00:00Z', '2025-03-02T00:00Z'), 'DAY', 'PREVIOUS_YEAR').edges).toEqual([
    '2024-02-28T00:00Z',
    '2024-03-01T00:00Z',
    '2024-03-02T00:00Z',
  ])
})

test('a total: whole months, whole days, the same duration, or the same length', () => {
  const total = (range: TimeRange, zone = 'UTC') => {
    const { from, to } = compared(range, null, 'PREVIOUS_PERIOD', zone)
    return [from, to]
  }
  expect(total(between('2026-03-01T00:00Z', '2026-04-01T00:00Z'))).toEqual(['2026-02-01T00:00Z', '2026-03-01T00:00Z'])
  expect(total(between('2026-01-01T00:00Z', '2026-04-01T00:00Z'))).toEqual(['2025-10-01T00:00Z', '2026-01-01T00:00Z'])
  expect(total(between('2026-03-02T00:00Z', '2026-03-09T00:00Z'))).toEqual(['2026-02-23T00:00Z', '2026-03-02T00:00Z'])
  expect(total(between('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'), 'Europe/Berlin')).toEqual([
    '2026-03-27T23:00Z',
    '2026-03-28T23:00Z',
  ])
  expect(total({ last: 'P1M' })).toEqual(['2026-09-20T10:20Z', '2026-10-20T10:20Z'])
  expect(total(between('2026-03-02T06:00Z', '2026-03-02T09:00Z'))).toEqual(['2026-03-02T03:00Z', '2026-03-02T06:00Z'])
  expect(compared(between('2026-03-01T00:00Z', '2026-04-01T00:00Z'), null, 'PREVIOUS_YEAR').from).toBe(
    '2025-03-01T00:00Z',
  )
})

test('calendar periods go back by as many, and end at the same place', () => {
  const total = ({ from, to }: ReturnType<typeof compared>) => [from, to]
  expect(total(compared({ current: 'MONTH' }, null, 'PREVIOUS_PERIOD'))).toEqual([
    '2026-10-01T00:00Z',
    '2026-10-20T10:20Z',
  ])
  expect(total(compared({ previous: 'MONTH', count: 2 }, null, 'PREVIOUS_PERIOD'))).toEqual([
    '2026-07-01T00:00Z',
    '2026-09-01T00:00Z',
  ])
  expect(total(compared({ previous: 'QUARTER' }, null, 'PREVIOUS_YEAR'))).toEqual([
    '2025-07-01T00:00Z',
    '2025-10-01T00:00Z',
  ])
  expect(total(compared({ current: 'WEEK' }, null, 'PREVIOUS_PERIOD', 'Europe/Berlin'))).toEqual([
    '2026-11-08T23:00Z',
    '2026-11-13T10:20Z',
  ])
})

test('days of a month stand beside the same days of the month before', () => {
  const november = compared({ current: 'MONTH' }, 'DAY', 'PREVIOUS_PERIOD')
  expect(november.edges.slice(0, 2)).toEqual(['2026-10-01T00:00Z', '2026-10-02T00:00Z'])
  expect([november.edges.at(-1), november.to]).toEqual(['2026-10-21T00:00Z', '2026-10-20T10:20Z'])
  // October has a day more than September: that stands beside nothing.
  const october = compared({ previous: 'MONTH' }, 'DAY', 'PREVIOUS_PERIOD')
  expect(october.edges.slice(-3)).toEqual(['2026-09-30T00:00Z', '2026-10-01T00:00Z', '2026-10-01T00:00Z'])
})

test('weeks of a month stand beside as many weeks before, hours of a day beside the same hours', () => {
  const weeks = compared({ previous: 'MONTH' }, 'WEEK', 'PREVIOUS_PERIOD')
  expect([weeks.edges.length, weeks.edges[0], weeks.from]).toEqual([6, '2026-08-24T00:00Z', '2026-08-27T00:00Z'])
  const hours = compared({ current: 'DAY' }, 'HOUR', 'PREVIOUS_PERIOD')
  expect([hours.from, hours.to, hours.edges[1]]).toEqual([
    '2026-11-19T00:00Z',
    '2026-11-19T10:20Z',
    '2026-11-19T01:00Z',
  ])
})

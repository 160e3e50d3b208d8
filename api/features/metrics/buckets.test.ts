import { expect, test } from 'vitest'
import { bucketEdges, bucketStart } from './buckets.ts'
import type { Granularity } from './metric-query.ts'

const at = (text: string) => Date.parse(text)
const iso = (edges: number[]) => edges.map((edge) => new Date(edge).toISOString().replace(':00.000Z', 'Z'))
const hours = (edges: number[]) => edges.slice(1).map((edge, index) => (edge - edges[index]!) / 3_600_000)

function edges(from: string, to: string, every: Granularity, zone: string) {
  return bucketEdges({ from: at(from), to: at(to) }, { every, zone }, 10_000)
}

test('days of 23 and 25 hours', () => {
  expect(hours(edges('2026-03-28T00:00+01:00', '2026-03-31T00:00+02:00', 'DAY', 'Europe/Berlin'))).toEqual([24, 23, 24])
  expect(hours(edges('2026-10-24T00:00+02:00', '2026-10-27T00:00+01:00', 'DAY', 'Europe/Berlin'))).toEqual([24, 25, 24])
  expect(hours(edges('2026-03-07T05:00Z', '2026-03-10T04:00Z', 'DAY', 'America/New_York'))).toEqual([24, 23, 24])
  expect(hours(edges('2026-10-03T13:30Z', '2026-10-05T12:00Z', 'DAY', 'Australia/Lord_Howe'))).toEqual([23.5, 24])
  expect(hours(edges('2026-04-04T13:00Z', '2026-04-04T15:00Z', 'DAY', 'Australia/Lord_Howe'))).toEqual([24.5])
})

test('hours across a jump are hours', () => {
  const spring = edges('2026-03-29T01:00+01:00', '2026-03-29T04:00+02:00', 'HOUR', 'Europe/Berlin')
  expect(iso(spring)).toEqual(['2026-03-29T00:00Z', '2026-03-29T01:00Z', '2026-03-29T02:00Z'])
  const autumn = edges('2026-10-25T02:00+02:00', '2026-10-25T03:00+01:00', 'HOUR', 'Europe/Berlin')
  expect(iso(autumn)).toEqual(['2026-10-25T00:00Z', '2026-10-25T01:00Z', '2026-10-25T02:00Z'])
})

test('on Lord Howe Island a jump of half an hour ends a bucket', () => {
  // 4 October 2026, 02:00 (+10:30) becomes 02:30 (+11:00): the hour from 2 to 3 has 30 minutes.
  const spring = edges('2026-10-03T14:30Z', '2026-10-03T17:00Z', 'HOUR', 'Australia/Lord_Howe')
  expect(iso(spring).map((text) => text.slice(11, 16))).toEqual(['14:30', '15:30', '16:00', '17:00'])
  // 5 April 2026, 02:00 (+11:00) becomes 01:30 (+10:30): the hour from 1 to 2 comes again, its second half.
  const autumn = edges('2026-04-04T14:00Z', '2026-04-04T16:30Z', 'HOUR', 'Australia/Lord_Howe')
  expect(iso(autumn).map((text) => text.slice(11, 16))).toEqual(['14:00', '15:00', '15:30', '16:30'])
  for (const moment of ['2026-10-03T15:45Z', '2026-04-04T15:10Z']) {
    const start = bucketStart(at(moment), 'HOUR', 'Australia/Lord_Howe')
    expect([...spring, ...autumn]).toContain(start)
    expect(at(moment) - start).toBeLessThan(1_800_000)
  }
})

test('hours and days of a zone half an hour off', () => {
  expect(iso(edges('2026-01-01T00:00Z', '2026-01-01T01:00Z', 'HOUR', 'Asia/Kolkata'))[0]).toBe('2025-12-31T23:30Z')
  expect(iso(edges('2026-01-01T00:00Z', '2026-01-01T01:00Z', 'DAY', 'Asia/Kolkata'))).toEqual([
    '2025-12-31T18:30Z',
    '2026-01-01T18:30Z',
  ])
})

test('weeks begin on Monday, quarters in January, April, July and October', () => {
  expect(iso(edges('2026-01-01T00:00Z', '2026-01-06T00:00Z', 'WEEK', 'UTC'))).toEqual([
    '2025-12-29T00:00Z',
    '2026-01-05T00:00Z',
    '2026-01-12T00:00Z',
  ])
  expect(iso(edges('2026-06-30T00:00Z', '2026-07-02T00:00Z', 'QUARTER', 'UTC'))).toEqual([
    '2026-04-01T00:00Z',
    '2026-07-01T00:00Z',
    '2026-10-01T00:00Z',
  ])
  expect(hours(edges('2024-02-10T00:00Z', '2024-03-01T00:00Z', 'MONTH', 'UTC'))).toEqual([29 * 24])
  expect(iso(edges('2026-06-30T00:00Z', '2026-07-02T00:00Z', 'YEAR', 'Europe/Berlin'))).toEqual([
    '2025-12-31T23:00Z',
    '2026-12-31T23:00Z',
  ])
})

test('a day that a country skipped has no bucket', () => {
  const apia = edges('2011-12-29T10:00Z', '2011-12-31T10:00Z', 'DAY', 'Pacific/Apia')
  expect(iso(apia)).toEqual(['2011-12-29T10:00Z', '2011-12-30T10:00Z', '2011-12-31T10:00Z'])
})

test('gives up after so many buckets', () => {
  const range = { from: at('2026-01-01T00:00Z'), to: at('2027-01-01T00:00Z') }
  for (const every of ['MINUTE', 'HOUR', 'DAY', 'WEEK'] as const) {
    const some = bucketEdges(range, { every, zone: 'Europe/Berlin' }, 20)
    expect(some).toHaveLength(21)
    expect(some.at(-1)!).toBeLessThan(range.to)
  }
  expect(bucketEdges(range, { every: 'MONTH', zone: 'UTC' }, 12).at(-1)).toBe(range.to)
})

import { expect, test } from 'vitest'
import { localMoments } from './local-time.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
const read = (at: number | undefined): string => new Date(at ?? 0).toISOString().slice(0, 16)

test('clocks that go back, and a zone of half hours', () => {
  const moments = ['2026-10-24T22:00', '2026-10-25T00:30', '2026-10-25T01:30', '2026-10-26T12:00'].map(utc)
  expect(localMoments(moments, 'Europe/Berlin').map(read)).toEqual([
    '2026-10-25T00:00',
    '2026-10-25T02:30',
    '2026-10-25T02:30',
    '2026-10-26T13:00',
  ])
  expect(localMoments([utc('2026-01-01T00:00')], 'Asia/Kolkata').map(read)).toEqual(['2026-01-01T05:30'])
  expect(localMoments([], 'UTC')).toEqual([])
})

test('each moment of years is that of the calendar', () => {
  const moments = Array.from({ length: 4000 }, (_, i) => utc('2024-01-01T00:00') + i * 7 * 3_600_000)
  const local = localMoments(moments, 'America/New_York')
  const formatter = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  expect(local.map((at) => read(at).replace('T', ' '))).toEqual(moments.map((at) => formatter.format(at)))
})

import { describe, expect, test } from 'vitest'
import { defaultRange, isDuration, rangeSearch, readMoment, readRange, writeRange } from './range.ts'
import type { RangeChoice, RangeSearch } from './range.ts'
import { calendarPresets, lastPresets } from './range-presets.ts'

const defined = (search: Record<string, string | undefined>): RangeSearch => rangeSearch(search)

describe('readRange', () => {
  test('an address that says nothing means the default', () => {
    expect(readRange({})).toEqual({ choice: defaultRange, zoom: null, problem: null })
  })

  test.each<[RangeSearch, RangeChoice]>([
    [{ range: 'P30D' }, { kind: 'last', duration: 'P30D' }],
    [{ range: 'today' }, { kind: 'named', name: 'today' }],
    [
      { from: '2026-11-20T10:00:00+01:00', to: '2026-11-20T10:00Z' },
      { kind: 'between', from: '2026-11-20T09:00:00Z', to: '2026-11-20T10:00:00Z' },
    ],
  ])('reads %j', (search, choice) => {
    expect(readRange(search)).toEqual({ choice, zoom: null, problem: null })
  })

  test.each<[RangeSearch, string]>([
    [{ range: 'fortnight' }, 'fortnight'],
    [{ range: 'P0D' }, 'P0D'],
    [{ from: '2026-11-20T10:00:00Z' }, 'to ""'],
    [{ from: '2026-11-20T10:00:00Z', to: '2026-11-20T10:00:00Z' }, '2026-11-20T10:00:00Z'],
    [{ from: '2026-11-20', to: '2026-11-21' }, '2026-11-20'],
    [{ zoom: 'here/there' }, 'here/there'],
  ])('says what is wrong with %j', (search, part) => {
    const read = readRange(search)
    expect(read.choice).toEqual(defaultRange)
    expect(read.problem).toContain(part)
  })

  test('what was written is read again, with its zoom', () => {
    const zoom = { from: Date.parse('2026-11-20T10:00:00Z'), to: Date.parse('2026-11-20T11:30:00.500Z') }
    const between: RangeChoice = { kind: 'between', from: '2026-11-19T00:00:00Z', to: '2026-11-21T00:00:00Z' }
    for (const choice of [...lastPresets, ...calendarPresets].map((preset) => preset.choice).concat(between)) {
      expect(readRange(defined(writeRange(choice)))).toEqual({ choice, zoom: null, problem: null })
      expect(readRange(defined(writeRange(choice, zoom)))).toEqual({ choice, zoom, problem: null })
    }
  })
})

test('rangeSearch keeps texts only', () => {
  expect(rangeSearch({ range: 'P7D', from: 3, to: '', page: '2' })).toEqual({ range: 'P7D' })
})

test('a duration is longer than nothing', () => {
  expect(['P30D', 'PT6H', 'P1M', 'P1Y2M3W4DT5H6M7S'].map(isDuration)).toEqual([true, true, true, true])
  expect(['P', 'PT', 'PT0S', '30D', 'P1.5D', 'P1DT'].map(isDuration)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})

test('a moment names its offset', () => {
  expect(readMoment('2026-11-20T10:00Z')).toBe(Date.UTC(2026, 10, 20, 10))
  expect([readMoment('2026-11-20T10:00'), readMoment('2026-13-20T10:00Z'), readMoment('now')]).toEqual([
    null,
    null,
    null,
  ])
})

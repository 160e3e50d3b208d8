import { expect, test } from 'vitest'
import type { AnsweredSeries } from '../metrics/index.ts'
import { type SeriesAnswer, seriesRules, type SeriesState } from './series-state.ts'
import { testTable } from './testing.ts'

const DAYS = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z'] as const

function line(id: string, values: (number | null)[], part: Partial<AnsweredSeries> = {}): AnsweredSeries {
  const { asOf, from, to, timezone, comparedFrom, comparedTo, explain } = testTable([])
  return {
    ...{ asOf, from, to, timezone, comparedFrom, comparedTo, explain, id },
    ...{ measure: 'count', title: 'Jobs', unit: 'COUNT', key: [], isOther: false, labels: [], label: id },
    ...{ keyCount: 2, truncated: false, compare: null, peers: [] },
    points: values.map((value, at) => ({ at: DAYS[at]!, value, complete: true })),
    query: { dataset: 'jobs', measures: ['count'], range: { last: 'P3D' } },
    reach: { organizationId: 1, pipelines: null, kept: { jobs: null, rollups: null } },
    ...part,
  }
}

function after(...answers: AnsweredSeries[][]): SeriesState {
  const states = answers.map((series): SeriesAnswer => ({ series, passport: testTable([]) }))
  return states.reduce<SeriesState | null>((state, answer, at) => seriesRules.after(state, answer, at + 1), null)!
}

/** What is told to somebody who has seen a revision: the days that changed, by series. */
function told(state: SeriesState, seen: number | null) {
  const { series, changed } = seriesRules.change(state, seen, 'r')
  return series ? 'all' : changed.map(({ id, points, compare }) => [id, points.length, compare?.length ?? null])
}

test('each point is told to those who have seen it before it changed', () => {
  const state = after(
    [line('a', [1, 2, 3]), line('b', [0, null, 0])],
    [line('a', [1, 2, 4]), line('b', [0, null, 0])],
    [line('a', [1, 2, 4]), line('b', [0, 5, 1])],
  )
  expect(told(state, null)).toBe('all')
  expect(told(state, 1)).toEqual([
    ['a', 1, null],
    ['b', 2, null],
  ])
  expect(told(state, 2)).toEqual([['b', 2, null]])
  expect(told(state, 3)).toEqual([])
})

test('points of the compared period are told apart', () => {
  const compared = (value: number) => line('a', [1], { compare: [{ at: DAYS[0], value, complete: true }] })
  const state = after([compared(7)], [compared(8)])
  expect(told(state, 1)).toEqual([['a', 0, 1]])
  expect(seriesRules.isChangedAt(state, 2)).toBe(true)
})

test('an equal answer changes nothing', () => {
  const state = after([line('a', [1])], [line('a', [1])])
  expect(seriesRules.isChangedAt(state, 2)).toBe(false)
})

test.each([
  ['another bucket', [line('a', [1, 2, 3])]],
  ['another series', [line('b', [1, 2])]],
  ['no series any more', []],
  ['more keys beyond the limit', [line('a', [1, 2], { keyCount: 3 })]],
])('%s: everything is told again', (_what, series) => {
  expect(told(after([line('a', [1, 2])], series), 1)).toBe('all')
})

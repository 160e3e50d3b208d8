import { expect, test } from 'vitest'
import { chosen, isFiltered, readInsightsSearch, some } from './insights-search.ts'
import { insightsVariables } from './insights-variables.ts'

const bare = readInsightsSearch({})

test('an address is read as it is written, whatever its case, once or several times', () => {
  expect(
    readInsightsSearch({
      kind: ['trend', 'anomaly'],
      state: 'new',
      pipeline: ['a', 'b'],
      measure: 'failure_rate',
      confidence: '0.7',
      dismissed: 'too',
      pages: '3',
    }),
  ).toEqual({
    kind: ['ANOMALY', 'TREND'],
    state: ['NEW'],
    pipeline: ['a', 'b'],
    measure: ['failure_rate'],
    confidence: 0.7,
    dismissed: 'too',
    pages: 3,
  })
})

test('what is not understood is as if absent, and the names are there to clear what was', () => {
  const read = readInsightsSearch({ kind: 'odd', confidence: '0.71', dismissed: 'maybe', pages: '1.5' })
  expect(Object.values(read).every((value) => value === undefined)).toBe(true)
  expect(Object.keys(read)).toEqual(Object.keys(bare))
  expect(readInsightsSearch({ pages: '9999' }).pages).toBe(50)
})

test('only what narrows the list down is a filter', () => {
  expect(isFiltered(bare)).toBe(false)
  expect(isFiltered({ pages: 2 })).toBe(false)
  expect(isFiltered({ dismissed: 'only' })).toBe(true)
  expect(isFiltered({ state: ['OVER'] })).toBe(true)
})

test('chosen values stand in the known order, and none is no filter', () => {
  expect(chosen(['a', 'b', 'c'], ['c', 'a', 'x'])).toEqual(['a', 'c'])
  expect(chosen(['a'], [])).toBeUndefined()
  expect(some([])).toBeUndefined()
})

test('the server is asked for what is chosen; for what nobody dismissed unless told otherwise', () => {
  expect(insightsVariables(bare)).toEqual({ filter: { dismissed: false }, first: 10 })
  expect(insightsVariables({ kind: ['TREND'], confidence: 0.9, dismissed: 'only', pages: 2 })).toEqual({
    filter: { kinds: ['TREND'], leastConfidence: 0.9, dismissed: true },
    first: 20,
  })
  expect(insightsVariables({ state: ['NEW'], pipeline: ['a'], measure: ['cost'], dismissed: 'too' }).filter).toEqual({
    states: ['NEW'],
    pipelines: ['a'],
    measures: ['cost'],
    dismissed: null,
  })
})

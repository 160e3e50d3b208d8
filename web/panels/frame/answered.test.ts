import { expect, test } from 'vitest'
import { exampleSeries, exampleTable } from '../example.ts'
import type { AnswerForm } from '../panel.ts'
import { readinessOf } from './answered.ts'

const series = (values: (number | null)[]) =>
  exampleSeries([{ measure: 'count', title: 'Jobs', unit: 'COUNT', values }])
const total = exampleTable([], [[1]])
const both: AnswerForm[] = ['TOTAL', 'SERIES']

test('waits until every form is there', () => {
  expect(readinessOf(both, both, {})).toBe('waiting')
  expect(readinessOf(both, both, { TOTAL: total })).toBe('waiting')
  expect(readinessOf(both, both, { TOTAL: total, SERIES: series([]) })).toBe('ready')
})

test('waits for nothing that is not asked for: what can be drawn without it is drawn, the rest says so', () => {
  expect(readinessOf(both, ['TOTAL'], {})).toBe('waiting')
  expect(readinessOf(both, ['TOTAL'], { TOTAL: total })).toBe('ready')
  expect(readinessOf(both, ['SERIES'], { SERIES: series([1]) })).toBe('lacking')
  expect(readinessOf(['SERIES'], [], {})).toBe('lacking')
})

test('is empty without rows, and where no bucket has a value; zeros are values', () => {
  expect(readinessOf(['ROWS'], ['ROWS'], { ROWS: exampleTable([], []) })).toBe('empty')
  expect(readinessOf(['SERIES'], ['SERIES'], { SERIES: series([null, null]) })).toBe('empty')
  expect(readinessOf(['SERIES'], ['SERIES'], { SERIES: series([0]) })).toBe('ready')
})

test('what asks nothing is ready', () => {
  expect(readinessOf([], [], {})).toBe('ready')
})

import { expect, test } from 'vitest'
import { exampleSeries, exampleTable } from '../example.ts'
import { readinessOf } from './answered.ts'

const series = (values: (number | null)[]) =>
  exampleSeries([{ measure: 'count', title: 'Jobs', unit: 'COUNT', values }])

test('waits until every form is there', () => {
  expect(readinessOf(['TOTAL', 'SERIES'], {})).toBe('waiting')
  expect(readinessOf(['TOTAL', 'SERIES'], { TOTAL: exampleTable([], [[1]]) })).toBe('waiting')
  expect(readinessOf(['TOTAL', 'SERIES'], { TOTAL: exampleTable([], [[1]]), SERIES: series([]) })).toBe('ready')
})

test('is empty without rows, and where no bucket has a value; zeros are values', () => {
  expect(readinessOf(['ROWS'], { ROWS: exampleTable([], []) })).toBe('empty')
  expect(readinessOf(['SERIES'], { SERIES: series([null, null]) })).toBe('empty')
  expect(readinessOf(['SERIES'], { SERIES: series([0]) })).toBe('ready')
})

test('what asks nothing is ready', () => {
  expect(readinessOf([], {})).toBe('ready')
})

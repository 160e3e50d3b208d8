import { expect, test } from 'vitest'
import { sparklinePath } from './sparkline-path.ts'

const size = { width: 30, height: 10 }
const of = (values: readonly (number | null)[], incompleteFrom = values.length) =>
  sparklinePath(
    values.map((value, index) => ({ value, complete: index < incompleteFrom })),
    size,
  )

test('a line from zero to the highest value', () => {
  expect(of([0, 5, 10, 10])).toEqual({ complete: 'M0 10L10 5M10 5L20 0M20 0L30 0', incomplete: '' })
})

test('a missing value is a gap, and what stands alone is still seen', () => {
  expect(of([5, null, 10, 10])).toEqual({ complete: 'M0 5h1M20 0L30 0', incomplete: '' })
})

test('what leads to a bucket that is incomplete is a line of its own', () => {
  expect(of([10, 10, 5], 2)).toEqual({ complete: 'M0 0L15 0', incomplete: 'M15 0L30 5' })
})

test('values below zero have room', () => {
  expect(of([-10, 10])).toEqual({ complete: 'M0 10L30 0', incomplete: '' })
})

test('nothing to draw', () => {
  expect(of([])).toBeNull()
  expect(of([null, null])).toBeNull()
  expect(of([0])).toEqual({ complete: 'M0 10h1', incomplete: '' })
})

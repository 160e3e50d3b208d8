import { expect, test } from 'vitest'

import { withoutEvents } from './without-events.ts'

test('takes out what is far beyond the rest', () => {
  const remainder = Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -40, 2.9, NaN)
  expect(withoutEvents(remainder, remainder)).toEqual(
    Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, NaN, 2.9, NaN),
  )
})

test('nothing there', () => {
  expect(withoutEvents(Float64Array.of(), [])).toEqual(Float64Array.of())
  expect(withoutEvents(Float64Array.of(NaN), [NaN])).toEqual(Float64Array.of(NaN))
})

test('rounding is no event', () => {
  const remainder = Float64Array.from({ length: 20 }, (_, i) => (i === 7 ? 1e-12 : 0))
  expect(withoutEvents(remainder, new Float64Array(20).fill(100))).toEqual(remainder)
})

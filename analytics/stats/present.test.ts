import { expect, test } from 'vitest'

import { present } from './present.ts'

test('keeps what is a number', () => {
  expect(present([3, NaN, 1, Infinity])).toEqual([3, 1])
  expect(present(Float64Array.of(NaN))).toEqual([])
})

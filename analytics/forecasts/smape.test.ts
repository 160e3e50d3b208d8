import { expect, it } from 'vitest'

import { smape } from './smape.ts'

it('is relative to the sizes of both', () => {
  expect(smape([100, 200], [110, 200])).toBeCloseTo(1000 / 210)
  expect(smape([1], [-1])).toBe(200)
  expect(smape([0, 0], [0, 1])).toBe(100)
})

it('is not a good score for a forecast that is not a number', () => {
  expect(smape([1], [NaN])).toBeNaN()
})

it('is null without values and rejects lengths that differ', () => {
  expect(smape([], [])).toBeNull()
  expect(() => smape([1], [])).toThrow(new RangeError('0 forecasts of 1 values'))
})

import fc from 'fast-check'
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

it('lies between 0 and 200, whatever the unit, and is the same the other way round', () => {
  const number = fc.integer({ min: -99, max: 99 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 1 }), (pairs) => {
      const actual = pairs.map(([value]) => value)
      const forecast = pairs.map(([, value]) => value)
      const error = smape(actual, forecast)!
      expect(error >= 0 && error <= 200 + 1e-9).toBe(true)
      expect(smape(forecast, actual)).toBe(error)
      const scaled = [actual, forecast].map((values) => values.map((value) => -1024 * value))
      expect(smape(scaled[0]!, scaled[1]!)).toBe(error)
    }),
  )
})

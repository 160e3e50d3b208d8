import fc from 'fast-check'
import { expect, it } from 'vitest'

import { ensembleWeights } from './ensemble-weights.ts'

const fold = (...forecasts: number[]) => ({
  origin: 1,
  actual: Float64Array.of(2),
  forecasts: forecasts.map((value) => Float64Array.of(value)),
})

it('prefers the model that erred less, by the fourth power', () => {
  const [near, far] = ensembleWeights([fold(1, 4)], 2)
  expect(near).toBeCloseTo(16 / 17)
  expect(far).toBeCloseTo(1 / 17)
})

it('counts all the same without a past', () => {
  expect(ensembleWeights([], 4)).toEqual([0.25, 0.25, 0.25, 0.25])
})

it('gives the models that never erred all', () => {
  expect(ensembleWeights([fold(2, 3, 2)], 3)).toEqual([0.5, 0, 0.5])
})

it('adds up to 1 and does not look at the unit of the values', () => {
  const number = fc.integer({ min: -99, max: 99 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number), { maxLength: 8 }), (pasts) => {
      const weights = ensembleWeights(
        pasts.map((forecasts) => fold(...forecasts)),
        3,
      )
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
      const scaled = pasts.map((forecasts) => ({
        ...fold(...forecasts.map((value) => 1024 * value)),
        actual: Float64Array.of(2 * 1024),
      }))
      expect(ensembleWeights(scaled, 3)).toEqual(weights)
    }),
  )
})

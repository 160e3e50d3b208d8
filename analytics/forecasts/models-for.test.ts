import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { modelsFor } from './models-for.ts'
import { PASSENGERS } from './testing-series.ts'

it('leaves seasons out that do not fit twice', () => {
  const names = (periods: number[], known: number) => modelsFor(periods, known).map(({ name }) => name)
  expect(names([12], 20)).toEqual(names([], 20))
  expect(names([12], 24)).toContain('seasonal naive 12')
})

it('gives each model a name of its own, and enough to fit to', () => {
  for (const known of [6, 20, 48]) {
    const models = modelsFor([12, 7], known)
    expect(new Set(models.map(({ name }) => name)).size).toBe(models.length)
    for (const model of models) {
      const forecast = model.forecast(PASSENGERS.subarray(0, known), 14)
      expect(forecast.length).toBe(14)
      expect(forecast.every(Number.isFinite)).toBe(true)
    }
  }
})

describe.each(modelsFor([7], 60).map((model) => [model.name, model] as const))('%s', (_, model) => {
  const close = (found: Float64Array, expected: (i: number) => number) =>
    found.forEach((value, i) => expect(Math.abs(value / expected(i) - 1)).toBeLessThan(1e-6))

  it.each([5, 0.1, -3.3, 1e9 + 0.1])('keeps a constant: %d', (constant) => {
    close(model.forecast(new Float64Array(60).fill(constant), 9), () => constant)
  })

  it('keeps zeros', () => {
    expect(model.forecast(new Float64Array(60), 9).every((value) => Math.abs(value) < 1e-9)).toBe(true)
  })

  it('follows the unit of the values, and leaves the history as it was', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(1e-6, 60, 1e9), (seed, factor) => {
        const history = noise(seeded(seed), 60).map((error, day) => 50 + 3 * (day % 7) + error)
        const before = history.slice()
        const plain = model.forecast(history, 9)
        expect(history).toEqual(before)
        close(
          model.forecast(
            history.map((value) => factor * value),
            9,
          ),
          (i) => factor * plain[i]!,
        )
      }),
      { numRuns: 20 },
    )
  })
})

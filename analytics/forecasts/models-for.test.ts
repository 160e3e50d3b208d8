import { expect, it } from 'vitest'

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

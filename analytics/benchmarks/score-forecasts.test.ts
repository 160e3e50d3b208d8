import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { dampedTrend } from '../forecasts/damped-trend.ts'
import { theta } from '../forecasts/theta.ts'
import { naive2 } from './naive2.ts'
import { scoreForecasts } from './score-forecasts.ts'

const history = [1, 3, 2, 4, 3, 5]
const band = { lower: Float64Array.of(0, 0), upper: Float64Array.of(9, 9), level: 0.95 }

it('is 1 for Naive2', () => {
  const scored = { history, actual: [4, 6], period: 1, forecast: { ...band, mean: naive2(history, 1, 2) } }
  expect(scoreForecasts([scored])).toMatchObject({ series: 1, owa: 1, coverage: 1 })
})

it('leaves a constant history out of the scaled measures', () => {
  const scored = { history, actual: [4, 6], period: 1, forecast: { ...band, mean: Float64Array.of(4, 4) } }
  const constant = { ...scored, history: [1, 1, 1] }
  expect(scoreForecasts([scored, constant])!.mase).toBe(scoreForecasts([scored])!.mase)
  expect(scoreForecasts([constant])).toBeNull()
  expect(scoreForecasts([])).toBeNull()
})

const WEEKLY = '../shared/data/m4/weekly.jsonl'

it.skipIf(!existsSync(WEEKLY))('repeats what is published on M4 Weekly, where it is at hand', () => {
  // github.com/Mcompetitions/M4-methods, "Evaluation and Ranks.xlsx": Naive2 9.161 and 2.777, Damped .917, Theta .971.
  const lines = readFileSync(WEEKLY, 'utf8').trim().split('\n')
  const score = (method: (history: Float64Array, horizon: number) => Float64Array) =>
    scoreForecasts(
      lines.map((line) => {
        const { x, xx, m, h } = JSON.parse(line) as { x: number[]; xx: number[]; m: number; h: number }
        const mean = method(Float64Array.from(x), h)
        return { history: x, actual: xx, period: m, forecast: { mean, lower: mean, upper: mean, level: 0.95 } }
      }),
    )!
  const naive = score((history, horizon) => naive2(history, 1, horizon))
  expect(naive.smape).toBeCloseTo(9.161, 3)
  expect(naive.mase).toBeCloseTo(2.777, 3)
  expect(Math.abs(score(dampedTrend.forecast).owa - 0.917)).toBeLessThan(0.01)
  expect(Math.abs(score(theta.forecast).owa - 0.971)).toBeLessThan(0.01)
})

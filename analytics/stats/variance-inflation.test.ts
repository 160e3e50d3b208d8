import { mean } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { varianceInflation } from './variance-inflation.ts'

describe('varianceInflation', () => {
  it('gives the example: r = 1 / 8, of eight values, made 1 / 6', () => {
    expect(varianceInflation([[1, 1, -1, -1, 1, 1, -1, -1]], 0)).toBeCloseTo((1 + 1 / 6) / (1 - 1 / 6), 12)
  })

  it('is that of statsmodels, with the bias of a fitted mean added back', () => {
    // e = [.3, -1.2, .8, 1.5, .9, -.4, -1.1, -.7, .2, .6, 1.3, -.9]; r = acf(e, nlags=1)[1], of the deviations from the mean
    // [(1 + u) / (1 - u) for u in [(r * 12 + q) / (12 - q - 2) for q in (0, 1)]]
    const values = [0.3, -1.2, 0.8, 1.5, 0.9, -0.4, -1.1, -0.7, 0.2, 0.6, 1.3, -0.9]
    const deviations = values.map((value) => value - mean(values))
    expect(varianceInflation([deviations], 0)).toBeCloseTo(1.4300179902338732, 10)
    expect(varianceInflation([deviations], 1)).toBeCloseTo(1.8890639216698129, 10)
    const scaled = deviations.map((value) => -1000 * value)
    expect(varianceInflation([scaled], 1)).toBeCloseTo(1.8890639216698129, 10)
  })

  it('is (1 + r) / (1 - r) = 4 for an autoregressive process with r = 0.6', () => {
    const inflations = Array.from({ length: 200 }, (_, seed) => {
      const values = noise(seeded(seed), 400, 0.6)
      const middle = mean([...values])
      return varianceInflation([values.map((value) => value - middle)], 1)
    })
    expect(mean(inflations)).toBeGreaterThan(3.8)
    expect(mean(inflations)).toBeLessThan(4.2)
  })

  it('does not correlate the end of a run with the start of the next', () => {
    expect(varianceInflation([[1, 1, 0, 0, 0, 0]], 0)).toBeGreaterThan(1)
    expect(
      varianceInflation(
        [
          [1, 0, 0],
          [0, 0, 1],
        ],
        0,
      ),
    ).toBe(1)
    expect(
      varianceInflation(
        [
          [0, 0, 1],
          [1, 0, 0],
        ],
        0,
      ),
    ).toBe(1)
  })

  it('is 1 for values that alternate, without spread, and for too few', () => {
    expect(varianceInflation([[1, -1, 1, -1]], 0)).toBe(1)
    expect(varianceInflation([[0, 0, 0]], 0)).toBe(1)
    expect(varianceInflation([[1, 1, 2]], 1)).toBe(1)
    expect(varianceInflation([], 2)).toBe(1)
  })

  it('has a largest value', () => {
    expect(varianceInflation([Array(1000).fill(1)], 1)).toBeCloseTo(99, 9)
  })
})

import { expect, it } from 'vitest'

import { owa } from './owa.ts'

it('is 1 for Naive2 itself and the mean of both ratios otherwise', () => {
  expect(owa({ smape: 9, mase: 4 }, { smape: 9, mase: 4 })).toBe(1)
  expect(owa({ smape: 6, mase: 2 }, { smape: 9, mase: 4 })).toBeCloseTo(7 / 12)
})

it('rejects a benchmark without errors', () => {
  expect(() => owa({ smape: 6, mase: 2 }, { smape: 0, mase: 4 })).toThrow(RangeError)
})

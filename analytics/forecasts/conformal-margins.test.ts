import { expect, it } from 'vitest'

import { conformalMargins } from './conformal-margins.ts'

const errors = Array.from({ length: 19 }, (_, i) => Float64Array.of(i % 2 ? i + 1 : -i - 1))

it('takes the error of the rank that finite samples need', () => {
  // 19 errors of 1 .. 19: rank ceil(20 * 0.9) = 18, and the last for whatever is above 0.95.
  const at = (level: number) => conformalMargins(errors, { horizon: 1, level, windows: Infinity })![0]
  expect(at(0.9)).toBe(18)
  expect(at(0.95)).toBe(19)
  expect(at(0.99)).toBe(19)
})

it('grows with the distance, and with doubt', () => {
  const sure = conformalMargins(errors, { horizon: 3, level: 0.9, windows: Infinity })!
  const unsure = conformalMargins(errors, { horizon: 3, level: 0.9, windows: 2 })!
  expect(sure[0]! < sure[1]! && sure[1]! < sure[2]!).toBe(true)
  expect(unsure[2]! / sure[2]!).toBeCloseTo(1.5)
})

it('is null without errors', () => {
  expect(conformalMargins([], { horizon: 1, level: 0.9, windows: 1 })).toBeNull()
})

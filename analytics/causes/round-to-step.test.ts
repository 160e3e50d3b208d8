import { expect, test } from 'vitest'

import { roundToStep } from './round-to-step.ts'

test.each([
  [0.3, 0.25, 0.25],
  [-0.3, 0.25, -0.25],
  [7, 1, 7],
  [-0.1, 1, 0],
  [-0, 1, 0],
])('%d to steps of %d', (value, step, rounded) => {
  expect(roundToStep(value, step)).toBe(rounded)
})

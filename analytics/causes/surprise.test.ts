import { expect, test } from 'vitest'

import { surprise } from './surprise.ts'

// Oracle: scipy 1.17, sum(scipy.special.rel_entr([.1, 1], [.55, .55])) / 2
test.each([
  [0.1, 1, 0.21368],
  [0.25, 0.25, 0],
  [0, 1, Math.LN2 / 2],
  [1, 0, Math.LN2 / 2],
])('surprise of %d that became %d', (expected, actual, nats) => {
  expect(surprise(expected, actual)).toBeCloseTo(nats, 5)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { loess } from './loess.ts'

const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

test('a straight line is kept and drawn on at both ends', () => {
  fc.assert(
    fc.property(
      fc.record({
        length: fc.integer({ min: 2, max: 60 }),
        window: fc.integer({ min: 1, max: 20 }).map((half) => 2 * half + 1),
        jump: fc.integer({ min: 1, max: 5 }),
      }),
      ({ length, window, jump }) => {
        const line = Float64Array.from({ length }, (_, i) => 3 - 0.5 * i)
        const smooth = loess(line, ones(length), { window, jump, degree: 1 })
        expect(smooth).toHaveLength(length + 2)
        // Three neighbours at the edge of a window of three weigh nothing but the middle one: no slope is seen.
        if (window > 3) for (const [i, height] of smooth.entries()) expect(height).toBeCloseTo(3 - 0.5 * (i - 1), 8)
      },
    ),
  )
})

test('a point without weight does not bend the curve', () => {
  const values = Float64Array.from({ length: 21 }, (_, i) => (i === 10 ? 1e6 : i))
  const weights = ones(21).with(10, 0)
  for (const [i, height] of loess(values, weights, { window: 7, jump: 1, degree: 1 }).entries())
    expect(height).toBeCloseTo(i - 1, 8)
})

test('one value is repeated, and where nothing weighs the value stands', () => {
  expect(loess(Float64Array.of(4), ones(1), { window: 7, jump: 1, degree: 1 })).toEqual(Float64Array.of(4, 4, 4))
  const values = Float64Array.of(4, 8, 6)
  expect(loess(values, new Float64Array(3), { window: 3, jump: 1, degree: 1 })).toEqual(Float64Array.of(4, 4, 8, 6, 6))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { loess } from './loess.ts'

const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

const values = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9)
const places = [0, 1, 4, 5, 8, 15, 16]

/*
 * Oracle: R 4.2.
 *
 *   y <- c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9); x <- 1:15; at <- data.frame(x = c(0, 1, 4, 5, 8, 15, 16))
 *   direct <- loess.control(surface = "direct")
 *   for (d in 0:1) print(predict(loess(y ~ x, span = 7/15, degree = d, control = direct), at), digits = 10)
 *   predict(loess(y ~ x, span = 7/15, degree = 1, weights = ifelse(x == 6, .2, 1), control = direct), at)
 */
test.each([
  ['levels', 0, 1, [2.622685684, 2.679370196, 3.595130775, 4.599784109, 4.718072149, 7.870975879, 7.948618688]],
  ['lines', 1, 1, [1.762333389, 2.012577721, 3.595130775, 4.599784109, 4.718072149, 8.87541467, 9.370218024]],
  ['a light point', 1, 0.2, [2.030819332, 2.183119958, 3.290145804, 3.590435277, 4.288966643, 8.87541467, 9.370218024]],
] as const)('agrees with R: %s', (_, degree, sixth, expected) => {
  const smooth = loess(values, ones(15).with(5, sixth), { window: 7, jump: 1, degree })
  for (const [at, place] of places.entries()) expect(smooth[place]).toBeCloseTo(expected[at]!, 8)
})

test('follows shift and scale', () => {
  const plain = loess(values, ones(15), { window: 5, jump: 2, degree: 1 })
  const moved = loess(
    values.map((value) => 7 - 4 * value),
    ones(15),
    { window: 5, jump: 2, degree: 1 },
  )
  for (const [i, height] of plain.entries()) expect(moved[i]).toBeCloseTo(7 - 4 * height, 9)
})

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
  const outlier = Float64Array.from({ length: 21 }, (_, i) => (i === 10 ? 1e6 : i))
  const weights = ones(21).with(10, 0)
  for (const [i, height] of loess(outlier, weights, { window: 7, jump: 1, degree: 1 }).entries())
    expect(height).toBeCloseTo(i - 1, 8)
})

test('one value is repeated, and where nothing weighs the value stands', () => {
  expect(loess(Float64Array.of(4), ones(1), { window: 7, jump: 1, degree: 1 })).toEqual(Float64Array.of(4, 4, 4))
  const three = Float64Array.of(4, 8, 6)
  expect(loess(three, new Float64Array(3), { window: 3, jump: 1, degree: 1 })).toEqual(Float64Array.of(4, 4, 8, 6, 6))
})

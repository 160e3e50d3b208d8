import fc from 'fast-check'
import { expect, test } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { levelShifts } from './level-shifts.ts'

test('finds a shift of three standard deviations, to the point', () => {
  expect(
    levelShifts(
      noise(seeded(5), 120).map((x, i) => x + (i < 60 ? 0 : 3)),
      15,
    ),
  ).toEqual([60])
})

test('finds a shift in a short series without noise', () => {
  expect(levelShifts([...Array(20).fill(1), ...Array(20).fill(5)], 12)).toEqual([20])
})

test('a trend is no shift, however steep', () => {
  expect(
    levelShifts(
      noise(seeded(5), 200).map((x, i) => x + i / 4),
      15,
    ),
  ).toEqual([])
})

test('finds both ends of a plateau', () => {
  expect(
    levelShifts(
      noise(seeded(5), 200).map((x, i) => x + (i >= 60 && i < 120 ? 5 : 0)),
      15,
    ),
  ).toEqual([60, 120])
})

test('an incident is no shift, and neither is noise, with memory or not', () => {
  expect(
    levelShifts(
      noise(seeded(5), 120).map((x, i) => x + (i >= 60 && i < 66 ? 5 : 0)),
      15,
    ),
  ).toEqual([])
  const found = Array.from({ length: 100 }, (_, seed) => [
    ...levelShifts(noise(seeded(seed), 120), 15),
    ...levelShifts(noise(seeded(seed), 120, 0.6), 15),
  ])
  expect(found.flat().length).toBeLessThan(5)
})

test('a shift needs points before it and after it', () => {
  expect(levelShifts([], 12)).toEqual([])
  expect(levelShifts([1, 1, 1, 5, 5, 5], 12)).toEqual([])
  expect(levelShifts([...Array(20).fill(1), ...Array(11).fill(5)], 12)).toEqual([])
  expect(levelShifts(Array(50).fill(3), 12)).toEqual([])
})

test('neither shift nor scale matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 24, maxLength: 80 }), (values) => {
      expect(
        levelShifts(
          values.map((value) => 16 - 4 * value),
          12,
        ),
      ).toEqual(levelShifts(values, 12))
    }),
  )
})

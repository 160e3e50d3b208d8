import fc from 'fast-check'
import { expect, test } from 'vitest'

import { contextNovelty } from './context-novelty.ts'

const scores = (levels: readonly number[]): number[] => levels.map(contextNovelty())

test('what repeats is not new, and what never came is', () => {
  const cycle = Array.from({ length: 200 }, (_, i) => [1, 3, 6, 3][i % 4]!)
  const found = scores([...cycle, 7])
  expect(found.slice(20, 200).every((score) => score === 0)).toBe(true)
  expect(found[200]).toBeGreaterThan(0.75)
})

test('a known level at an unusual moment is new', () => {
  const cycle = Array.from({ length: 200 }, (_, i) => [0, 0, 0, 7, 0][i % 5]!)
  expect(scores([...cycle, 7])[200]).toBeGreaterThan(0.75)
})

test('a level is a whole number from 0 to 7', () => {
  for (const level of [-1, 8, 1.5, NaN]) {
    expect(() => contextNovelty()(level)).toThrow(new RangeError(`not a level: ${level}`))
  }
})

test('scores are shares, and no later level changes them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 7 })), fc.nat(7), (levels, next) => {
      const found = scores(levels)
      expect(found.every((score) => score >= 0 && score <= 1)).toBe(true)
      expect(scores([...levels, next]).slice(0, -1)).toEqual(found)
    }),
  )
})

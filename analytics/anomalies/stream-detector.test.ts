import { expect, test } from 'vitest'

import { streamDetector } from './stream-detector.ts'

const daily = (length: number) => Array.from({ length }, (_, i) => 50 + 30 * Math.sin((2 * Math.PI * i) / 24))

test('an event is one detection', () => {
  const detector = streamDetector({ min: 0, max: 100 })
  for (const value of daily(480)) detector.next(value)
  const scores = [100, 1, 99, 0].map((value) => detector.next(value))
  expect(scores[0]).toBeGreaterThan(0.75)
  expect(scores.slice(1)).toEqual([0, 0, 0])
})

test('a missing value changes nothing', () => {
  const plain = streamDetector()
  const withGaps = streamDetector()
  for (const value of daily(480)) {
    expect(withGaps.next(NaN)).toBe(0)
    expect(withGaps.next(value)).toBe(plain.next(value))
  }
})

test('a range has two ends', () => {
  expect(() => streamDetector({ min: 2, max: 1 })).toThrow(new RangeError('not a range: 2 to 1'))
  expect(() => streamDetector({ min: 0, max: Infinity })).toThrow(RangeError)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { normal, seeded } from '../testing.ts'
import { streamScores } from './stream-scores.ts'

const random = seeded(3)
const hourly = Float64Array.from(
  { length: 720 },
  (_, i) => 50 + 30 * Math.sin((2 * Math.PI * i) / 24) + normal(random) + (i >= 600 && i < 606 ? 60 : 0),
)

test('finds an incident when it begins, with and without a known range', () => {
  for (const range of [undefined, { min: 0, max: 150 }]) {
    const scores = streamScores(hourly, range)
    const detections = [...scores.keys()].filter((i) => i > 200 && scores[i]! >= 0.75)
    expect(detections[0]).toBe(600)
  }
})

test('never looks ahead', () => {
  expect(streamScores(hourly.slice(0, 500))).toEqual(streamScores(hourly).slice(0, 500))
})

test('neither shift nor scale matter', () => {
  expect(streamScores(hourly.map((value) => 1024 * value))).toEqual(streamScores(hourly))
})

test('nothing is new in a constant series, few points or none', () => {
  expect(streamScores([])).toEqual(new Float64Array(0))
  expect(streamScores([5])).toEqual(new Float64Array(1))
  expect(streamScores(Array(200).fill(5))).toEqual(new Float64Array(200))
})

test('scores are shares, 0 where nothing is', () => {
  const anyValues = fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constant(NaN)))
  fc.assert(
    fc.property(anyValues, (values) => {
      const scores = streamScores(values, { min: -10, max: 10 })
      for (const [i, score] of scores.entries()) {
        expect(score >= 0 && score <= 1).toBe(true)
        if (Number.isNaN(values[i])) expect(score).toBe(0)
      }
    }),
  )
})

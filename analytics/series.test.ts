import fc from 'fast-check'
import { expect, test } from 'vitest'

import { regularise, type Series } from './series.ts'

const series = (...points: [number, number][]): Series => ({
  time: Float64Array.from(points, ([time]) => time),
  value: Float64Array.from(points, ([, value]) => value),
})
const day = 86_400_000

test('sorts, fills, and marks the last bucket that has not ended', () => {
  const points = series([3000, 5], [0, 4])
  expect(regularise(points, { length: 1000, until: 3500, empty: 'zero' })).toEqual({
    time: Float64Array.of(0, 1000, 2000, 3000),
    value: Float64Array.of(4, 0, 0, 5),
    partial: true,
  })
  expect(regularise(points, { length: 1000, until: 4000, empty: 'missing' })).toEqual({
    time: Float64Array.of(0, 1000, 2000, 3000),
    value: Float64Array.of(4, NaN, NaN, 5),
    partial: false,
  })
})

test('goes on until the end of what is known', () => {
  const { time, value, partial } = regularise(series([0, 1]), { length: 10, until: 35, empty: 'zero' })!
  expect(time).toEqual(Float64Array.of(0, 10, 20, 30))
  expect(value).toEqual(Float64Array.of(1, 0, 0, 0))
  expect(partial).toBe(true)
})

test('leaves out points that come later', () => {
  expect(regularise(series([0, 1], [10, 2]), { length: 10, until: 10, empty: 'zero' })!.value).toEqual(
    Float64Array.of(1),
  )
  expect(regularise(series([10, 2]), { length: 10, until: 10, empty: 'zero' })).toBeNull()
  expect(regularise(series(), { length: 10, until: 10, empty: 'zero' })).toBeNull()
})

test('a value that is unknown is not a zero', () => {
  expect(regularise(series([0, 1], [10, NaN]), { length: 10, until: 20, empty: 'zero' })!.value).toEqual(
    Float64Array.of(1, NaN),
  )
})

test('counts calendar months, and days across a change of clocks', () => {
  const months = Array.from({ length: 49 }, (_, i) => Date.UTC(2023, i, 1))
  const present = months.slice(0, 48).filter((_, i) => i !== 5)
  const complete = regularise(series(...present.map((time): [number, number] => [time, 1])), {
    length: 30.4375 * day,
    until: months[48]!,
    empty: 'zero',
  })!
  expect(complete.value).toHaveLength(48)
  expect(complete.value.findIndex((value) => value === 0)).toBe(5)
  expect(complete.time[47]).toBe(months[47])

  const shortDay = series([0, 1], [(23 / 24) * day, 2], [(47 / 24) * day, 3])
  expect(regularise(shortDay, { length: day, until: (71 / 24) * day, empty: 'zero' })!.value).toEqual(
    Float64Array.of(1, 2, 3),
  )
})

test('any points keep their values on an axis of equal steps', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1 }), (buckets) => {
      const points = series(...buckets.map((bucket): [number, number] => [1000 + 60 * bucket, bucket + 1]))
      const { time, value } = regularise(points, { length: 60, until: 1000 + 60 * 201, empty: 'zero' })!
      const first = Math.min(...buckets)
      expect(value).toHaveLength(201 - first)
      for (const [i, moment] of time.entries()) {
        expect(moment).toBe(1000 + 60 * (first + i))
        expect(value[i]).toBe(buckets.includes(first + i) ? first + i + 1 : 0)
      }
    }),
  )
})

test('wrong calls', () => {
  expect(() => regularise(series([0, 1]), { length: 0, until: 10, empty: 'zero' })).toThrow(RangeError)
  expect(() => regularise(series([0, 1], [1, 2]), { length: 10, until: 10, empty: 'zero' })).toThrow(RangeError)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outline } from './outline.ts'
import { trend } from './trend/trend.ts'

const WEEK = [10, 12, 11, 13, 12, 3, 2]
const daily = (count: number, level: (day: number) => number) =>
  Array.from({ length: count }, (_, day) => level(day) + WEEK[day % 7]! + ((day * 7919) % 13) / 13)

test('a shift is found beneath a week, and the week is no change', () => {
  const found = outline(
    daily(84, (day) => (day < 42 ? 0 : 8)),
    { candidates: [7] },
  )
  expect(found.periods?.map(({ period }) => period)).toEqual([7])
  expect(found.changes?.map(({ index }) => index)).toEqual([42])
  const shift = found.changes![0]!
  expect(shift.after - shift.before).toBeCloseTo(8, 0)
  expect(
    outline(
      daily(84, () => 0),
      { candidates: [7] },
    ).changes,
  ).toEqual([])
})

test('too few values say nothing, and stay as they are', () => {
  expect(outline([], { candidates: [7] })).toEqual({
    periods: null,
    seasonal: new Float64Array(),
    adjusted: new Float64Array(),
    changes: null,
  })
  const short = outline([5, NaN, 6], { candidates: [7] })
  expect(short).toEqual({
    periods: null,
    seasonal: new Float64Array(3),
    adjusted: Float64Array.of(5, NaN, 6),
    changes: null,
  })
})

test('the same series higher up has the same outline', () => {
  const property = fc.property(fc.integer({ min: -1000, max: 1000 }), (shift) => {
    const values = daily(60, (day) => (day < 30 ? 0 : 6))
    const [one, moved] = [values, values.map((value) => value + shift)].map((all) => outline(all, { candidates: [7] }))
    expect(moved!.periods?.map(({ period }) => period)).toEqual(one!.periods?.map(({ period }) => period))
    expect(moved!.changes?.map(({ index }) => index)).toEqual(one!.changes?.map(({ index }) => index))
  })
  fc.assert(property, { numRuns: 20 })
})

test('what only repeats itself leaves the same value everywhere, and no trend', () => {
  const mondays = Array.from({ length: 90 }, (_, day) => (day % 7 === 0 ? 1234.567 : 0))
  const { adjusted } = outline(mondays, { candidates: [7] })
  expect(new Set(adjusted).size).toBe(1)
  expect(trend(adjusted)?.direction).toBe('NONE')
})

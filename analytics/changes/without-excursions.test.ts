import { describe, expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { withoutExcursions } from './without-excursions.ts'

/** Zeros, but for one height from `start` to `end`. */
const away = (start: number, end: number) =>
  presentPoints(Float64Array.from({ length: 90 }, (_, i) => (i >= start && i < end ? 5 : i >= 80 ? 9 : (i % 3) / 10)))
const indexes = (start: number, end: number, others: number[] = []) =>
  withoutExcursions(
    away(start, end),
    [start, end, ...others].map((index) => ({ index })),
  ).map(({ index }) => index)

describe('withoutExcursions', () => {
  it('leaves out both ends of what came back within 11 points', () => {
    expect(indexes(60, 66)).toEqual([])
    expect(indexes(60, 71, [80])).toEqual([80])
  })

  it('keeps what stayed away for 12 points', () => {
    expect(indexes(60, 72)).toEqual([60, 72])
  })

  it('keeps what went on to another level', () => {
    expect(indexes(72, 80)).toEqual([72, 80])
  })

  it('keeps a change that has no other beside it, and nothing of nothing', () => {
    expect(withoutExcursions(away(60, 66), [{ index: 60 }])).toEqual([{ index: 60 }])
    expect(withoutExcursions(away(60, 66), [])).toEqual([])
  })
})

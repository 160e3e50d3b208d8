import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Values } from '../series.ts'
import { noise, seeded } from '../testing.ts'
import { changePoints } from './change-points.ts'

const shift = noise(seeded(5), 90).map((x, i) => 100 + x + (i < 60 ? 0 : 3))
const indexes = (values: Values) => changePoints(values)?.map(({ index }) => index)

/** Of 200 series, how many have a change point. */
function seriesWithChange(make: (seed: number) => Values): number {
  return Array.from({ length: 200 }, (_, seed) => make(seed)).filter((values) => indexes(values)!.length > 0).length
}

describe('changePoints', () => {
  it('gives the example', () => {
    expect(changePoints([1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8])).toMatchObject([
      { index: 6, kind: 'LEVEL', before: 1.5, after: 8.5, baselineStart: 0, baselineEnd: 5, votes: 3, segmenters: 4 },
    ])
  })

  it('finds a shift of three standard deviations, with evidence', () => {
    const changes = changePoints(shift)!
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      index: 60,
      kind: 'LEVEL',
      method: 'MANN_WHITNEY',
      baselineStart: 0,
      baselineEnd: 59,
    })
    expect(changes[0]!.effect).toBeGreaterThan(2)
    expect(changes[0]!.effect).toBeLessThan(4)
    expect(changes[0]!.pValue).toBeLessThan(1e-6)
  })

  it('finds shifts of two standard deviations in the last ten of 90 points more often than not', () => {
    expect(seriesWithChange((seed) => noise(seeded(seed), 90).map((x, i) => x + (i < 80 ? 0 : 2)))).toBeGreaterThan(140)
  })

  it('sees no change for good in an incident, in noise or where hardly anything ever happens', () => {
    const incident = (values: Float64Array, height: number) =>
      values.map((x, i) => x + (i >= 60 && i < 66 ? height : 0))
    expect(seriesWithChange((seed) => incident(noise(seeded(seed), 90), 8))).toBeLessThanOrEqual(6)
    // Hours in which nothing fails, hardly ever one job, and then most of them for a while.
    expect(
      seriesWithChange((seed) =>
        incident(
          noise(seeded(seed), 200).map((x) => (x > 2.5 ? 0.1 : 0)),
          0.9,
        ),
      ),
    ).toBe(0)
  })

  it('finds where a line turns', () => {
    const turn = noise(seeded(5), 120).map((x, i) => x + 3 * Math.abs(i - 69.5))
    expect(changePoints(turn)).toMatchObject([{ index: 70, kind: 'SLOPE' }])
  })

  it('finds the place in a long series to the point', () => {
    const long = noise(seeded(5), 4000).map((x, i) => x + (i < 2503 ? 0 : 5))
    expect(indexes(long)).toEqual([2503])
  })

  it.each([
    ['independent values', (seed: number) => noise(seeded(seed), 90)],
    ['neighbours that correlate', (seed: number) => noise(seeded(seed), 90, 0.6)],
    ['a season', (seed: number) => noise(seeded(seed), 90).map((x, i) => x + 4 * Math.sin((2 * Math.PI * i) / 7))],
    ['outliers', (seed: number) => noise(seeded(seed), 90).map((x, i) => x + ((i * 7 + seed) % 31 === 0 ? 8 : 0))],
    ['skewed values', (seed: number) => noise(seeded(seed), 90).map(Math.exp)],
    ['a trend', (seed: number) => noise(seeded(seed), 90).map((x, i) => x + 0.03 * i)],
  ])('finds nothing in 97 %% of series of %s', (_, make) => {
    expect(seriesWithChange(make)).toBeLessThanOrEqual(6)
  })

  it('does not move with the unit of the values', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (offset, factor) => {
        expect(indexes(shift.map((value) => offset + factor * value))).toEqual([60])
        expect(indexes(shift.map((value) => offset - factor * value))).toEqual([60])
      }),
      { numRuns: 20 },
    )
  })

  it('gives indexes of the series when points are missing', () => {
    const gaps = [NaN, NaN, ...shift.slice(0, 30), NaN, NaN, NaN, ...shift.slice(30)]
    expect(changePoints(gaps)).toMatchObject([{ index: 65, baselineStart: 2, baselineEnd: 64 }])
  })

  it('has ordered indexes inside the series and finite numbers for whatever comes', () => {
    const levels = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 30 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(levels, (runs) => {
        const values = runs.flatMap(([level, length]) => Array<number>(length).fill(level))
        const changes = changePoints(values) ?? []
        expect(changes.map(({ index }) => index)).toEqual([...new Set(indexes(values))].sort((a, b) => a - b))
        for (const { kind: _kind, method: _method, ...numbers } of changes) {
          expect(Object.values(numbers).every((number) => number === null || Number.isFinite(number))).toBe(true)
          expect(numbers.index).toBe(numbers.baselineEnd + 1)
        }
      }),
    )
  })

  it('leaves the values as they were', () => {
    const copy = shift.slice()
    changePoints(shift)
    expect(shift).toEqual(copy)
  })

  it('finds nothing in a constant', () => {
    expect(changePoints(Array(50).fill(0.1))).toEqual([])
  })

  it('says nothing about fewer than 10 points', () => {
    expect(changePoints([])).toBeNull()
    expect(changePoints([1])).toBeNull()
    expect(changePoints(Array(30).fill(NaN))).toBeNull()
    expect(changePoints([1, 1, 1, 1, 1, 9, 9, 9, 9])).toBeNull()
  })
})

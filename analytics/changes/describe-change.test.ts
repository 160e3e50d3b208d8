import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { describeChange } from './describe-change.ts'

const example = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8]

describe('describeChange', () => {
  it('is that of numpy', () => {
    // Medians; slopes of np.polyfit; 1.4826 * median(|r - median(r)|) of the residuals r of both lines.
    const change = describeChange(presentPoints(example), 6)
    expect(change).toMatchObject({ index: 6, before: 1.5, after: 8.5, baselineStart: 0, baselineEnd: 5 })
    expect(change.slopeBefore).toBeCloseTo(0.0857142857, 9)
    expect(change.slopeAfter).toBeCloseTo(-0.0857142857, 9)
    expect(change.relativeChange).toBeCloseTo(7 / 1.5, 12)
    expect(change.effect).toBeCloseTo(10.3281397545, 9)
  })

  it('gives indexes of the series when points are missing', () => {
    const gaps = [NaN, ...example.slice(0, 6), NaN, NaN, ...example.slice(6)]
    expect(describeChange(presentPoints(gaps), 6)).toMatchObject({ index: 9, baselineStart: 1, baselineEnd: 6 })
  })

  it('follows shift and scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4, maxLength: 30 }), (values) => {
        const plain = describeChange(presentPoints(values), 2)
        const moved = describeChange(presentPoints(values.map((value) => 7 - 4 * value)), 2)
        expect(moved.before).toBe(7 - 4 * plain.before)
        expect(moved.after).toBe(7 - 4 * plain.after)
        expect(moved.slopeBefore).toBeCloseTo(-4 * plain.slopeBefore, 8)
        expect(moved.slopeAfter).toBeCloseTo(-4 * plain.slopeAfter, 8)
        if (plain.effect === null) expect(moved.effect).toBeNull()
        else expect(Math.abs(moved.effect! + plain.effect)).toBeLessThan(1e-6 * (1 + Math.abs(plain.effect)))
      }),
    )
  })

  it('has no effect size without noise and no relative change from 0', () => {
    const change = describeChange(presentPoints([0, 0, 0, 0.1, 0.1, 0.1]), 3)
    expect(change).toMatchObject({ before: 0, after: 0.1, effect: null, relativeChange: null })
  })

  it('is relative to the size of a negative level', () => {
    expect(describeChange(presentPoints([-4, -4, -2, -2]), 2).relativeChange).toBe(0.5)
  })

  it('rejects a split that is not inside', () => {
    expect(() => describeChange(presentPoints(example), 12)).toThrow(
      new RangeError('split must lie inside the points, not at 12'),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { phaseSpreads } from './phase-spreads.ts'

/** Noise of 26 weeks, with another spread at weekends. */
const weeks = (weekend: number) => noise(seeded(6), 182).map((x, i) => (i % 7 > 4 ? weekend : 1) * x)
const ones = (length: number) => new Float64Array(length).fill(1)

describe('phaseSpreads', () => {
  it('tells phases that scatter more', () => {
    const factors = phaseSpreads(weeks(4), [7, 365])
    expect([...factors.slice(0, 5)]).toEqual([1, 1, 1, 1, 1])
    expect(factors[5]).toBeGreaterThan(2.5)
    expect(factors[6]).toBeLessThan(6)
    expect(factors.slice(175)).toEqual(factors.slice(0, 7))
  })

  it('and phases that scatter less, or not at all', () => {
    expect(phaseSpreads(weeks(0), [7]).slice(5, 7)).toEqual(Float64Array.of(0, 0))
    expect(phaseSpreads(weeks(0.2), [7])[5]).toBeLessThan(0.4)
  })

  it('finds them in few phases of a steady series, and an event makes none', () => {
    const factors = Array.from({ length: 200 }, (_, seed) => phaseSpreads(noise(seeded(seed), 91), [7]).slice(0, 7))
    const share = (is: (factor: number) => boolean) => factors.flatMap((of) => [...of]).filter(is).length / (200 * 7)
    expect(share((factor) => factor > 1)).toBeLessThan(0.06)
    expect(share((factor) => factor < 1)).toBeLessThan(0.08)
    expect(phaseSpreads(weeks(1).with(45, 60).with(52, NaN), [7])[45]).toBe(1)
  })

  it('tells nothing of less than eight cycles, of few values and of none', () => {
    expect(phaseSpreads(weeks(4).slice(0, 55), [7])).toEqual(ones(55))
    expect(phaseSpreads(weeks(4), [])).toEqual(ones(182))
    const fewWeekends = weeks(4).map((x, i) => (i % 7 > 4 && i > 20 ? NaN : x))
    expect(phaseSpreads(fewWeekends, [7]).slice(5, 7)).toEqual(ones(2))
    expect(phaseSpreads(new Float64Array(182), [7])).toEqual(ones(182))
    expect(phaseSpreads(new Float64Array(182).fill(NaN), [7])).toEqual(ones(182))
    expect(phaseSpreads(new Float64Array(), [7])).toEqual(new Float64Array())
  })

  it('does not move with the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (factor) => {
        const scaled = phaseSpreads(
          weeks(4).map((x) => -factor * x),
          [7],
        )
        for (const [i, one] of phaseSpreads(weeks(4), [7]).entries()) expect(scaled[i]).toBeCloseTo(one, 9)
      }),
    )
  })
})

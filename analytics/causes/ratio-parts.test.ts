import fc from 'fast-check'
import { expect, test } from 'vitest'

import { normal, seeded } from '../testing.ts'
import type { Group, Ratio } from './change.ts'
import { ratioParts } from './ratio-parts.ts'

const group = (failedBefore: number, before: number, failedAfter: number, after: number): Group<Ratio> => ({
  values: ['a'],
  before: { numerator: failedBefore, denominator: before },
  after: { numerator: failedAfter, denominator: after },
})

// Oracle, run by run (Python 3): R = (10/100 + 18/120) / 2; b, a = [1]*3 + [0]*17, [1]*9 + [0]*21
// (sum((f-R)**2 for f in b) / 100**2 + sum((f-R)**2 for f in a) / 120**2) ** .5, and 9/120 - 3/100 - R * (30/120 - 20/100)
test('agrees with sums over runs', () => {
  const [part] = ratioParts([group(3, 20, 9, 30), group(7, 80, 9, 90)], { areShares: true })!.groups
  expect(part!.noise).toBeCloseTo(0.027523664060828335, 12)
  expect(part!.rateEffect + part!.mixEffect).toBeCloseTo(0.03875, 12)
})

test('chance moves a group by more than 1.96 times its noise in one of twenty cases', () => {
  const random = seeded(7)
  // The Poisson distribution is near enough a normal one.
  const about = (mean: number) => Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const side = (share: number) => {
    const [failed, succeeded] = [about(2000 * share), about(2000 * (1 - share))]
    return { numerator: failed, denominator: failed + succeeded }
  }
  const anyGroup = (share: number) => ({ values: ['a'], before: side(share), after: side(share) })
  const beyond = Array.from({ length: 2000 }, () => {
    const groups = [0.1, 0.05, 0.3, ...Array<number>(20).fill(0.1)].map(anyGroup)
    const [part] = ratioParts(groups, { areShares: true })!.groups
    return Math.abs(part!.rateEffect + part!.mixEffect) > 1.96 * part!.noise
  }).filter(Boolean)
  expect(Math.abs(beyond.length / 2000 - 0.05)).toBeLessThan(0.015)
})

test('the noise of other ratios is not known, and ten times as many runs have less', () => {
  expect(ratioParts([group(3, 20, 9, 30)], { areShares: false })!.groups[0]!.noise).toBe(0)
  const count = fc.integer({ min: 1, max: 99 })
  fc.assert(
    fc.property(count, count, count, count, (...counts) => {
      const [a, b, c, d] = counts
      const noiseTimes = (times: number) => {
        const of = group(times * a, times * (a + b), times * c, times * (c + d))
        return ratioParts([of], { areShares: true })!.groups[0]!.noise
      }
      expect(noiseTimes(100)).toBeCloseTo(noiseTimes(1) / 10, 9)
    }),
  )
})

test('nothing on one side', () => {
  expect(ratioParts([group(0, 0, 1, 2)], { areShares: true })).toBeNull()
  expect(ratioParts([], { areShares: true })).toBeNull()
  const [gone] = ratioParts([group(1, 2, 0, 0), group(1, 2, 1, 2)], { areShares: true })!.groups
  expect(gone).toMatchObject({ before: 0.5, after: null, rateEffect: 0 })
})

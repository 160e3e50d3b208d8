import fc from 'fast-check'
import { expect, test } from 'vitest'

import { seeded } from '../testing.ts'
import type { Change, Cut, Ratio } from './change.ts'
import { explainChange } from './explain-change.ts'
import { faultOfPair, faultOfValue, faultyCuts, nameOf } from './testing-faults.ts'

const sums = (dimension: string, groups: Record<string, [number, number]>): Cut<number> => ({
  dimensions: [dimension],
  groups: Object.entries(groups).map(([value, [before, after]]) => ({ values: [value], before, after })),
})
const ratios = (dimension: string, groups: Record<string, [number, number, number, number]>): Cut<Ratio> => ({
  dimensions: [dimension],
  groups: Object.entries(groups).map(([value, [failed, jobs, failedAfter, jobsAfter]]) => ({
    values: [value],
    before: { numerator: failed, denominator: jobs },
    after: { numerator: failedAfter, denominator: jobsAfter },
  })),
})

test('the group that grew explains the growth, its dimension comes first', () => {
  const explanation = explainChange({
    measure: 'SUM',
    cuts: [
      sums('provider', { github: [50, 76], jenkins: [50, 74] }),
      sums('pipeline', { import: [10, 60], report: [20, 21], build: [70, 69] }),
    ],
  })!

  expect(explanation).toMatchObject({ before: 100, after: 150, change: 50 })
  expect(explanation.cuts.map(({ dimensions }) => dimensions)).toEqual([['pipeline'], ['provider']])
  expect(explanation.cuts[0]).toMatchObject({
    movement: 52,
    explanatoryPower: 50 / 52,
    causes: [{ values: ['import'], before: 10, after: 60, contribution: 50, share: 1 }],
  })
  expect(explanation.cuts[0]!.contributors.map(({ contribution }) => contribution)).toEqual([50, 1, -1])
  expect(explanation.cuts[1]!.causes).toEqual([])
})

test('moves against each other do not cancel unseen', () => {
  const { change, cuts } = explainChange({
    measure: 'SUM',
    cuts: [
      sums('provider', { github: [100, 101], jenkins: [100, 99] }),
      sums('pipeline', { import: [40, 90], report: [60, 10], build: [100, 100] }),
    ],
  })!

  expect(change).toBe(0)
  expect(cuts[0]).toMatchObject({ dimensions: ['pipeline'], movement: 100, explanatoryPower: 1 })
  expect(cuts[0]!.causes.map(({ values, share }) => ({ values, share }))).toEqual([
    { values: ['report'], share: null },
    { values: ['import'], share: null },
  ])
})

test('a ratio changes because a group fails more often', () => {
  const { before, after, cuts } = explainChange({
    measure: 'RATIO',
    cuts: [ratios('pipeline', { import: [2, 100, 20, 100], report: [2, 100, 2, 100] })],
  })!

  expect(before).toBeCloseTo(0.02, 12)
  expect(after).toBeCloseTo(0.11, 12)
  expect(cuts[0]!.causes).toHaveLength(1)
  expect(cuts[0]!.causes[0]).toMatchObject({ values: ['import'], before: 0.02, after: 0.2, mixEffect: 0 })
  expect(cuts[0]!.causes[0]!.rateEffect).toBeCloseTo(0.09, 12)
})

// Oracle, exact Shapley values over both orders of the factors, with the ratio of the whole as reference (Python 3):
// w0,w1,r0,r1 = [.9,.1],[.5,.5],[.02,.4],[.02,.4]; R = (sum(a*b for a,b in zip(w0,r0)) + sum(a*b for a,b in zip(w1,r1)))/2
// [((b-a)*(c-R)+(b-a)*(d-R))/2 for a,b,c,d in zip(w0,w1,r0,r1)] -> [0.0456, 0.1064]
test('a ratio changes because a worse group has more weight', () => {
  const { cuts, change } = explainChange({
    measure: 'RATIO',
    cuts: [ratios('pipeline', { good: [18, 900, 10, 500], bad: [40, 100, 200, 500] })],
  })!

  expect(change).toBeCloseTo(0.152, 12)
  const [bad, good] = cuts[0]!.contributors
  expect(bad).toMatchObject({ values: ['bad'], rateEffect: 0 })
  expect(bad!.mixEffect).toBeCloseTo(0.1064, 12)
  expect(good!.mixEffect).toBeCloseTo(0.0456, 12)
})

test('groups that moved by chance abstain, however many they are', () => {
  const small = Array.from({ length: 200 }, (_, i) => [`small-${i}`, [i % 3, 30, (i + 1) % 3, 30]] as const)
  const { cuts } = explainChange({
    measure: 'RATIO',
    cuts: [
      ratios('pipeline', {
        ...Object.fromEntries(small.map(([name, counts]) => [name, [...counts]])),
        import: [3, 60, 40, 60],
      }),
    ],
  })!
  expect(cuts[0]!.causes.map(({ values }) => values)).toEqual([['import']])
  expect(cuts[0]!.movementBeyondChance).toBeLessThan(cuts[0]!.movement / 4)
})

test('what may be chance has no causes', () => {
  const { cuts, change } = explainChange({
    measure: 'RATIO',
    cuts: [ratios('pipeline', { import: [2, 100, 4, 100], report: [2, 100, 2, 100] })],
  })!
  expect(change).toBeCloseTo(0.01, 12)
  expect(cuts[0]).toMatchObject({ causes: [], movementBeyondChance: 0, score: 0 })
  expect(cuts[0]!.contributors.map(({ contribution }) => contribution)).toEqual([change, 0])
})

test('groups that appear and vanish have no measure on one side', () => {
  const { cuts, change } = explainChange({
    measure: 'RATIO',
    cuts: [ratios('pipeline', { old: [5, 50, 0, 0], new: [0, 0, 30, 50], same: [5, 50, 5, 50] })],
  })!

  expect(change).toBeCloseTo(0.25, 12)
  expect(cuts[0]!.contributors[0]).toMatchObject({ values: ['new'], before: null, after: 0.6, rateEffect: 0 })
  expect(cuts[0]!.contributors[1]).toMatchObject({ values: ['old'], before: 0.1, after: null, rateEffect: 0 })
})

test('nothing to explain with', () => {
  expect(explainChange({ measure: 'SUM', cuts: [] })).toBeNull()
  expect(explainChange({ measure: 'SUM', cuts: [sums('pipeline', {})] })).toBeNull()
  expect(explainChange({ measure: 'RATIO', cuts: [ratios('pipeline', { new: [0, 0, 1, 9] })] })).toBeNull()
  const still = explainChange({ measure: 'SUM', cuts: [sums('pipeline', { zero: [0, 0], same: [4, 4] })] })!
  expect(still.cuts[0]).toMatchObject({ movement: 0, causes: [], explanatoryPower: 0, score: 0 })
})

test('a pair stands only beside a good single dimension', () => {
  const groups = { a: [1, 1], b: [1, 1] } satisfies Record<string, [number, number]>
  const pair = (...dimensions: string[]) => ({ ...sums('', groups), dimensions })
  const grown = { a: [1, 1], b: [1, 9] } satisfies Record<string, [number, number]>
  const cuts = [
    ...['A', 'B', 'C'].map((name) => sums(name, grown)),
    ...['D', 'E'].map((name) => sums(name, { a: [1, 5], b: [1, 5] })),
    { ...sums('', grown), dimensions: ['A', 'D'] },
    { ...sums('', grown), dimensions: ['D', 'E'] },
  ]

  expect(explainChange({ measure: 'SUM', cuts })!.cuts.map(({ dimensions }) => dimensions.join())).not.toContain('D,E')
  expect(explainChange({ measure: 'SUM', cuts: [pair('D', 'E')] })!.cuts).toHaveLength(1)
})

test('a change too small to be told from rounding is 0, not -0', () => {
  const { before, change } = explainChange({
    measure: 'SUM',
    cuts: [sums('pipeline', { a: [0, -1e-20], b: [-1, 1] })],
  })!
  expect({ before, change }).toEqual({ before: -1, change: 2 })
  const cancelled = explainChange({
    measure: 'SUM',
    cuts: [sums('pipeline', { a: [1e300, -6e-323], b: [-1e300, 0] })],
  })!
  expect(cancelled).toMatchObject({ before: 0, after: 0, change: 0 })
})

test('wrong calls', () => {
  const differ = [sums('pipeline', { a: [1, 2] }), sums('provider', { a: [1, 3] })]
  expect(() => explainChange({ measure: 'SUM', cuts: differ })).toThrow('provider cuts other rows: 1 to 3, not 1 to 2')
  expect(() => explainChange({ measure: 'SUM', cuts: [sums('pipeline', { a: [1, NaN] })] })).toThrow(RangeError)
  const impossible = ratios('pipeline', { a: [1, 0, 1, 1], b: [1, 1, 1, 1] })
  expect(() => explainChange({ measure: 'RATIO', cuts: [impossible] })).toThrow('no ratio: {"values":["a"]')
})

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const contributionsOf = (change: Change) =>
  explainChange(change)?.cuts.flatMap(({ contributors }) => [contributors.map(({ contribution }) => contribution)]) ??
  []
const money = fc.double({ min: -1e9, max: 1e9, noNaN: true })
const anything = fc.double({ noNaN: true, min: -1e300, max: 1e300 })

test.each([
  ['whole numbers', fc.maxSafeInteger().map((number) => Math.trunc(number / 2 ** 12))],
  ['amounts', money],
  ['any numbers', anything],
])('contributions to a sum add up to the last digit, in any order: %s', (_, number) => {
  const groups = fc.array(fc.record({ values: fc.constant(['a']), before: number, after: number }), { minLength: 1 })
  fc.assert(
    fc.property(groups, (cut) => {
      const explanation = explainChange({ measure: 'SUM', cuts: [{ dimensions: ['d'], groups: cut }] })!
      const contributions = explanation.cuts[0]!.contributors.map(({ contribution }) => contribution)
      expect(total(contributions)).toBe(explanation.change)
      expect(total(contributions.toReversed())).toBe(explanation.change)
      expect(explanation.after - explanation.before).toBe(explanation.change)
    }),
  )
})

test('whole numbers are not rounded', () => {
  const number = fc.integer({ min: -1e9, max: 1e9 })
  const groups = fc.array(fc.record({ values: fc.constant(['a']), before: number, after: number }), { minLength: 1 })
  fc.assert(
    fc.property(groups, (cut) => {
      const [contributions] = contributionsOf({ measure: 'SUM', cuts: [{ dimensions: ['d'], groups: cut }] })
      const differences = cut.map(({ before, after }) => after - before)
      expect(contributions!.toSorted((a, b) => a - b)).toEqual(differences.map((n) => n + 0).toSorted((a, b) => a - b))
    }),
  )
})

const ratio = fc.record({ numerator: money, denominator: fc.integer({ min: 1, max: 1e6 }) })
const maybeRatio = fc.oneof(ratio, fc.constant({ numerator: 0, denominator: 0 }))
const ratioGroups = fc.array(fc.record({ values: fc.constant(['a']), before: maybeRatio, after: maybeRatio }))

test('contributions to a ratio add up to the last digit, and effects to contributions', () => {
  fc.assert(
    fc.property(ratioGroups, (groups) => {
      const explanation = explainChange({ measure: 'RATIO', cuts: [{ dimensions: ['d'], groups }] })
      for (const { contributors } of explanation?.cuts ?? []) {
        expect(total(contributors.map(({ contribution }) => contribution))).toBe(explanation!.change)
        for (const part of contributors) expect(part.rateEffect + part.mixEffect).toBe(part.contribution)
      }
    }),
  )
})

test('the other way round, contributions change their sign', () => {
  const back = (groups: readonly { values: readonly string[]; before: Ratio; after: Ratio }[]) =>
    groups.map(({ values, before, after }) => ({ values, before: after, after: before }))
  fc.assert(
    fc.property(ratioGroups, (groups) => {
      const forth = explainChange({ measure: 'RATIO', cuts: [{ dimensions: ['d'], groups }] })
      const reverse = explainChange({ measure: 'RATIO', cuts: [{ dimensions: ['d'], groups: back(groups) }] })
      expect(forth === null ? null : -forth.change + 0).toBe(reverse === null ? null : reverse.change)
    }),
  )
})

/** How many of 100 faults the best explanation names, with exactly their dimensions, and as its first cause. */
function faultsFound(measure: 'SUM' | 'RATIO', faultOf: typeof faultOfValue): number {
  const seeds = Array.from({ length: 100 }, (_, i) => i + 1)
  return seeds.filter((seed) => {
    const random = seeded(seed)
    const fault = faultOf(random)
    const cuts = faultyCuts(random, measure, fault)
    const best = explainChange(measure === 'SUM' ? { measure, cuts: cuts.map(ofSums) } : { measure, cuts })!.cuts[0]!
    return nameOf(fault) === best.dimensions.map((name, i) => `${name}=${best.causes[0]?.values[i]}`).join(' ')
  }).length
}

function ofSums({ dimensions, groups }: Cut<Ratio>): Cut<number> {
  return {
    dimensions,
    groups: groups.map(({ values, before, after }) => ({ values, before: before.numerator, after: after.numerator })),
  }
}

test.each(['SUM', 'RATIO'] as const)('the fault of one value is named first in 95 of 100 cases: %s', (measure) => {
  expect(faultsFound(measure, faultOfValue)).toBeGreaterThanOrEqual(95)
})

test.each([
  ['SUM', 60],
  ['RATIO', 90],
] as const)('the fault of a pair of values is named first: %s in %d of 100 cases', (measure, least) => {
  expect(faultsFound(measure, faultOfPair)).toBeGreaterThanOrEqual(least)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { changeOf } from './change-of.ts'

test('cells are put together for each dimension and each pair', () => {
  const change = changeOf({
    dimensions: ['pipeline', 'region'],
    isQuotient: false,
    before: [
      { values: ['a', 'eu'], sum: 1, of: null },
      { values: ['a', null], sum: 2, of: null },
    ],
    after: [{ values: ['b', 'eu'], sum: 4, of: null }],
  })
  const a = { values: ['a'], before: 3, after: 0 }
  const b = { values: ['b'], before: 0, after: 4 }
  expect(change).toEqual({
    measure: 'SUM',
    cuts: [
      { dimensions: ['pipeline'], groups: [a, b] },
      {
        dimensions: ['region'],
        groups: [
          { values: ['eu'], before: 1, after: 4 },
          { values: [null], before: 2, after: 0 },
        ],
      },
      {
        dimensions: ['pipeline', 'region'],
        groups: [
          { values: ['a', 'eu'], before: 1, after: 0 },
          { values: ['a', null], before: 2, after: 0 },
          { values: ['b', 'eu'], before: 0, after: 4 },
        ],
      },
    ],
  })
})

test('a quotient keeps its numerator and its denominator', () => {
  const cell = { values: ['a'], sum: 2, of: 10 }
  const { measure, cuts } = changeOf({
    dimensions: ['pipeline'],
    isQuotient: true,
    before: [cell, cell],
    after: [cell],
  })
  expect(measure).toBe('RATIO')
  const before = { numerator: 4, denominator: 20 }
  expect(cuts[0]!.groups).toEqual([{ values: ['a'], before, after: { numerator: 2, denominator: 10 } }])
})

test('nothing', () => {
  const none = { isQuotient: false, before: [], after: [] }
  expect(changeOf({ ...none, dimensions: [] })).toEqual({ measure: 'SUM', cuts: [] })
  const empty = [{ dimensions: ['pipeline'], groups: [] }]
  expect(changeOf({ ...none, dimensions: ['pipeline'] })).toEqual({ measure: 'SUM', cuts: empty })
})

test('every cut has all of the measure', () => {
  const text = fc.constantFrom('a', 'b', null, '["a"]')
  const cells = fc.array(fc.record({ values: fc.tuple(text, text), sum: fc.nat(1000), of: fc.constant(null) }))
  const total = (sums: readonly number[]) => sums.reduce((all, sum) => all + sum, 0)
  const property = fc.property(cells, cells, (before, after) => {
    const change = changeOf({ dimensions: ['x', 'y'], isQuotient: false, before, after })
    if (change.measure !== 'SUM') throw new Error('a sum has become a ratio')
    for (const { groups } of change.cuts) {
      expect(total(groups.map((group) => group.before))).toBe(total(before.map(({ sum }) => sum)))
      expect(total(groups.map((group) => group.after))).toBe(total(after.map(({ sum }) => sum)))
    }
  })
  fc.assert(property)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { allocateCosts } from './allocate-costs.ts'
import type { CostJob, CostLine, Money } from './cost.ts'

const line = (fields: Partial<CostLine>): CostLine => ({
  amount: 1_000_000n,
  currency: 'USD',
  resource: null,
  tags: {},
  start: 0,
  end: 100,
  ...fields,
})
const job = (fields: Partial<CostJob>): CostJob => ({ resource: null, tags: {}, start: 0, end: 100, ...fields })

test('a resource is paid by the jobs that ran on it, and shared while none did', () => {
  const allocation = allocateCosts(
    [line({ resource: 'vm-1' })],
    [job({ resource: 'vm-1', end: 60 }), job({ resource: 'vm-1', start: 40, end: 80 }), job({ resource: 'vm-2' })],
  )
  expect(allocation).toEqual({
    allocated: [
      { job: 0, amount: 500_000n, currency: 'USD', lines: [0] },
      { job: 1, amount: 300_000n, currency: 'USD', lines: [0] },
    ],
    shared: [{ key: { kind: 'RESOURCE', name: 'vm-1', value: null }, amount: 200_000n, currency: 'USD', lines: [0] }],
    unexplained: [],
  })
})

test('a tag stands in when no job has the resource', () => {
  const { allocated, shared } = allocateCosts(
    [line({ resource: 'bucket', tags: { owner: 'ops', pipeline: 'nightly' } })],
    [job({ tags: { pipeline: 'nightly' }, end: 25 }), job({ tags: { pipeline: 'other' } })],
  )
  expect(allocated).toEqual([{ job: 0, amount: 250_000n, currency: 'USD', lines: [0] }])
  expect(shared).toMatchObject([{ key: { kind: 'TAG', name: 'pipeline', value: 'nightly' }, amount: 750_000n }])
})

test('nobody knows the resource', () => {
  const { unexplained } = allocateCosts(
    [line({ resource: 'x' }), line({ amount: 5n }), line({ currency: 'EUR' })],
    [job({})],
  )
  expect(unexplained).toEqual([
    { amount: 1_000_005n, currency: 'USD', lines: [0, 1] },
    { amount: 1_000_000n, currency: 'EUR', lines: [2] },
  ])
})

test('a credit goes back to those who paid', () => {
  const { allocated } = allocateCosts([line({ resource: 'a', amount: -3n })], [job({ resource: 'a' })])
  expect(allocated).toEqual([{ job: 0, amount: -3n, currency: 'USD', lines: [0] }])
})

test('nothing, and wrong calls', () => {
  expect(allocateCosts([], [job({})])).toEqual({ allocated: [], shared: [], unexplained: [] })
  expect(() => allocateCosts([line({ end: 0 })], [])).toThrow('line 0 is from 0 to 0')
  expect(() => allocateCosts([], [job({ start: 9, end: 8 })])).toThrow('job 0 is from 9 to 8')
  expect(() => allocateCosts([line({ start: -Infinity })], [])).toThrow(RangeError)
})

const name = fc.constantFrom('a', 'b', 'c')
const common = { resource: fc.option(name), tags: fc.dictionary(name, name, { maxKeys: 2 }) }
const moment = fc.integer({ min: 0, max: 1000 })
const anyLine = fc
  .record({
    ...common,
    amount: fc.bigInt(-(10n ** 12n), 10n ** 12n),
    currency: name,
    start: moment,
    length: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }))
const anyJob = fc
  .record({ ...common, start: moment, length: fc.nat(500) })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }))

test('in each currency all parts add up to the bill, to the last millionth', () => {
  const totals = (items: readonly Money[]) =>
    Object.fromEntries(
      ['a', 'b', 'c'].map((currency) => [
        currency,
        items.filter((item) => item.currency === currency).reduce((sum, { amount }) => sum + amount, 0n),
      ]),
    )
  fc.assert(
    fc.property(fc.array(anyLine), fc.array(anyJob), (lines, jobs) => {
      const { allocated, shared, unexplained } = allocateCosts(lines, jobs)
      expect(totals([...allocated, ...shared, ...unexplained])).toEqual(totals(lines))
    }),
  )
})

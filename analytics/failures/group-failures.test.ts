import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Failure, groupFailures } from './group-failures.ts'

test('failures of one kind together, the most frequent first', () => {
  const groups = groupFailures([
    { message: 'disk full on /dev/sda1', count: 1, first: 10, last: 10 },
    { message: 'exit 1', count: 2, first: 20, last: 40 },
    { message: 'disk full on /dev/sdb2', count: 1, first: 5, last: 5 },
    { message: 'exit 137', count: 3, first: 30, last: 35 },
  ])
  expect(groups).toEqual([
    { fingerprint: 'exit <number>', count: 5, messages: 2, example: 'exit 137', first: 20, last: 40 },
    {
      fingerprint: 'disk full on <path>',
      count: 2,
      messages: 2,
      example: 'disk full on /dev/sda1',
      first: 5,
      last: 10,
    },
  ])
})

test('nothing, and what is no count', () => {
  expect(groupFailures([])).toEqual([])
  expect(() => groupFailures([{ message: 'x', count: 0, first: 0, last: 0 }])).toThrow('count of x: 0')
})

test('no failure is lost, whatever their order', () => {
  const failure: fc.Arbitrary<Failure> = fc.record({
    message: fc.constantFrom('exit 1', 'exit 2', 'disk full', 'no route to host'),
    count: fc.integer({ min: 1, max: 1000 }),
    first: fc.nat(100),
    last: fc.integer({ min: 100, max: 200 }),
  })
  fc.assert(
    fc.property(fc.array(failure), (failures) => {
      const total = (items: { count: number }[]) => items.reduce((sum, { count }) => sum + count, 0)
      const groups = groupFailures(failures)
      expect(total(groups)).toBe(total(failures))
      const kinds = (items: ReturnType<typeof groupFailures>) =>
        items
          .map(({ fingerprint, count, first, last }) => ({ fingerprint, count, first, last }))
          .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
      expect(kinds(groupFailures(failures.toReversed()))).toEqual(kinds(groups))
    }),
  )
})

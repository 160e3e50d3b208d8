import fc from 'fast-check'
import { expect, test } from 'vitest'

import { apportion } from './apportion.ts'

// Oracle: the example of the article "Quota method" (Wikipedia), 10 seats by Hamilton's method; others by hand.
test.each([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [10n, [47_000n, 16_000n, 15_800n, 12_000n, 6_100n, 3_100n], [5n, 2n, 1n, 1n, 1n, 0n]],
  [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
  [0n, [0n, 5n], [0n, 0n]],
  [7n, [0n, 5n], [0n, 7n]],
])('%s by %s', (amount, weights, parts) => {
  expect(apportion(amount, weights)).toEqual(parts)
})

test('wrong calls', () => {
  expect(() => apportion(1n, [])).toThrow(RangeError)
  expect(() => apportion(1n, [0n, 0n])).toThrow('[0,0]')
  expect(() => apportion(1n, [2n, -1n])).toThrow('[2,-1]')
})

test('parts add up, and none is off by a unit', () => {
  const weights = fc
    .array(fc.bigInt(0n, 10n ** 18n), { minLength: 1 })
    .filter((all) => all.some((weight) => weight > 0n))
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), weights, (amount, all) => {
      const parts = apportion(amount, all)
      const whole = all.reduce((sum, weight) => sum + weight, 0n)
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount)
      parts.forEach((part, i) => {
        const off = part * whole - amount * all[i]!
        expect(off < whole && off > -whole).toBe(true)
      })
    }),
  )
})

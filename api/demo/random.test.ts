import { expect, test } from 'vitest'
import { between, normal, pick, poisson, seededRandom } from './random.ts'

const many = (make: () => number, count = 20_000) => Array.from({ length: count }, make)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('the same seed gives the same numbers, another seed others', () => {
  const first = many(seededRandom(7, 'orders', 3), 5)
  expect(many(seededRandom(7, 'orders', 3), 5)).toEqual(first)
  expect(many(seededRandom(7, 'orders', 4), 5)).not.toEqual(first)
})

test('numbers are spread evenly over [0, 1)', () => {
  const values = many(seededRandom('spread'))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...values)).toBeLessThan(1)
  const tenths = Array.from({ length: 10 }, (_, index) => values.filter((v) => Math.floor(v * 10) === index).length)
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200)
})

test('the first numbers of neighbouring seeds are unrelated', () => {
  const firsts = Array.from({ length: 5000 }, (_, hour) => seededRandom(1, 'x', hour * 3_600_000)())
  expect(mean(firsts)).toBeCloseTo(0.5, 1)
  const products = firsts.slice(1).map((value, index) => (value - 0.5) * (firsts[index]! - 0.5))
  expect(Math.abs(mean(products) * 12)).toBeLessThan(0.05)
})

test('normal has mean 0 and deviation 1', () => {
  const random = seededRandom('normal')
  const values = many(() => normal(random))
  expect(Math.abs(mean(values))).toBeLessThan(0.03)
  expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1)
})

test.each([0.2, 4, 150])('poisson has the mean %d and the same variance', (expected) => {
  const random = seededRandom('poisson', expected)
  const values = many(() => poisson(random, expected), 5000)
  expect(Math.abs(mean(values) / expected - 1)).toBeLessThan(0.05)
  const variance = mean(values.map((value) => (value - expected) ** 2))
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.1)
})

test('pick and between reach every value, and nothing else', () => {
  const random = seededRandom('pick')
  expect(new Set(many(() => between(random, 3, 5), 200))).toEqual(new Set([3, 4, 5]))
  expect(new Set(many(() => pick(random, [1, 2]), 200))).toEqual(new Set([1, 2]))
  expect(() => pick(random, [])).toThrow(RangeError)
})

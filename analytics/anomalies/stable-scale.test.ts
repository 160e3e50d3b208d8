import { expect, test } from 'vitest'

import { normal, seeded } from '../testing.ts'
import { type StableScale, stableScale } from './stable-scale.ts'

const random = seeded(1)
const noise = Array.from({ length: 1000 }, () => normal(random))
const scaleOf = (values: readonly number[]): StableScale => stableScale(values, ({ to }) => values.map(to))

test('values without skew stay as they are', () => {
  expect(scaleOf(noise).to(-3)).toBe(-3)
  expect(scaleOf([]).to(5)).toBe(5)
  expect(scaleOf([4, 4, 4]).to(4)).toBe(4)
})

test('durations are taken as logarithms', () => {
  const scale = scaleOf(noise.map((value) => Math.exp(value)))
  expect(scale.to(Math.E)).toBe(1)
  expect(scale.from(scale.to(7))).toBeCloseTo(7, 10)
})

test('squares with zeros among them are taken as roots', () => {
  const scale = scaleOf([0, ...noise.map((value) => Math.max(0, 3 + value) ** 2)])
  expect(scale.to(0)).toBeCloseTo(2 * Math.sqrt(3 / 8), 10)
  expect(scale.from(scale.to(7))).toBeCloseTo(7, 10)
  expect(scale.from(-1)).toBe(0)
})

test('skew that season and level explain is none', () => {
  const steps = Array.from({ length: 100 }, (_, i) => (i < 80 ? 10 : 1000))
  const scale = stableScale(steps, ({ to }) => steps.map((step) => to(step) - to(step)))
  expect(scale.to(10)).toBe(10)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Unit } from './chart.ts'
import { axisTicks, valueAxis } from './value-axis.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

test.each<[number, Unit, number, number]>([
  [87, 'COUNT', 100, 50],
  [3, 'COUNT', 3, 1],
  [1, 'COUNT', 1, 1],
  [12_400, 'COUNT', 15_000, 5000],
  [0.07, 'RATIO', 0.08, 0.02],
  [0.93, 'RATIO', 1, 0.5],
  [1, 'RATIO', 1, 0.5],
  [340, 'MILLISECONDS', 400, 100],
  [72 * second, 'MILLISECONDS', 90 * second, 30 * second],
  [3 * hour, 'MILLISECONDS', 3 * hour, hour],
])('up to %d %s', (largest, unit, top, step) => {
  const axis = valueAxis(largest, unit)
  expect(axis.top).toBeCloseTo(top, 9)
  expect(axis.step).toBeCloseTo(step, 9)
})

test('nothing but zero still has an axis', () => {
  expect(valueAxis(0, 'RATIO').top).toBe(0.1)
  expect(axisTicks(valueAxis(0, 'COUNT'))).toEqual([0, 2, 4])
})

test('whatever the values: they fit, and there are two to five ticks', () => {
  const units = fc.constantFrom<Unit>('COUNT', 'MILLISECONDS', 'NONE', 'PER_HOUR')
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), units, (largest, unit) => {
      const axis = valueAxis(largest, unit)
      expect(axis.top).toBeGreaterThanOrEqual(largest * (1 - 1e-6))
      expect(axisTicks(axis).length).toBeGreaterThanOrEqual(2)
      expect(axisTicks(axis).length).toBeLessThanOrEqual(5)
    }),
  )
})

test.each<[number, number, Unit, number[]]>([
  [2.3, -1.1, 'NONE', [-2, 0, 2, 4]],
  [0, -0.18, 'RATIO', [-0.2, -0.15, -0.1, -0.05, 0]],
  [0, -90 * second, 'MILLISECONDS', [-90 * second, -60 * second, -30 * second, 0]],
])('from %d down to %d %s', (largest, smallest, unit, ticks) => {
  const found = axisTicks(valueAxis(largest, unit, smallest))
  expect(found.map((tick) => Number(tick.toFixed(9)))).toEqual(ticks)
})

test('values on both sides of zero fit as well, within five ticks', () => {
  const size = fc.double({ min: 1, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(size, size, (largest, below) => {
      const axis = valueAxis(largest, 'NONE', -below)
      expect(axis.top).toBeGreaterThanOrEqual(largest * (1 - 1e-6))
      expect(axis.bottom).toBeLessThanOrEqual(-below * (1 - 1e-6))
      expect(axisTicks(axis).length).toBeLessThanOrEqual(5)
    }),
  )
})

test('a wrong call throws with the value', () => {
  expect(() => valueAxis(Number.NaN, 'COUNT')).toThrow('NaN')
  expect(() => valueAxis(-3, 'COUNT')).toThrow('-3')
  expect(() => valueAxis(3, 'COUNT', 1)).toThrow('1')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decompose } from './decompose.ts'

const sine = (period: number, i: number): number => Math.sin((2 * Math.PI * i) / period)
const rounded = (value: number): number => Math.round(1000 * value) / 1000
const weekly = Array.from({ length: 60 }, (_, i) =>
  rounded(10 + 0.1 * i + 3 * sine(7, i) + Math.sin(i * i) + (i === 30 ? 20 : 0)),
)
const double = Array.from({ length: 60 }, (_, i) =>
  rounded(10 + 0.1 * i + 3 * sine(4, i) + 2 * sine(12, i) + Math.sin(i * i) + (i === 30 ? 20 : 0)),
)

/*
 * Oracle: Debian's python3-statsmodels 0.13.5; its STL in the loop of its later MSTL(iterate=2).
 *
 *   def odd(w): w = int(np.ceil(w)); return w + (w % 2 == 0)
 *   def jump(w): return int(np.ceil(w / 10))
 *   def stl(y, p, w):
 *       t, l = odd(1.5*p/(1 - 1.5/w)), odd(p + 1)
 *       return STL(y, period=p, seasonal=w, trend=t, low_pass=l, robust=True, seasonal_jump=jump(w), trend_jump=jump(t),
 *                  low_pass_jump=jump(l), seasonal_deg=0).fit(inner_iter=1, outer_iter=10)
 *   rest, seasons = y.copy(), {4: np.zeros(60), 12: np.zeros(60)}
 *   for _ in range(2):
 *       for p, w in ((4, 11), (12, 15)):
 *           rest = rest + seasons[p]; r = stl(rest, p, w); seasons[p] = r.seasonal; rest = rest - r.seasonal
 */
const places = [0, 1, 29, 30, 31, 59]

test('agrees with statsmodels: one period', () => {
  const parts = decompose(weekly, [7])!
  const expected = {
    trend: [10.10697723, 10.13194842, 12.53076882, 12.69075769, 12.86729227, 16.38135838],
    seasonal: [0.02365611, 2.72771821, 2.5982628, 2.86303554, 1.20496782, 1.27274754],
  }
  for (const [at, i] of places.entries()) {
    expect(parts.trend[i]).toBeCloseTo(expected.trend[at]!, 7)
    expect(parts.seasonal[0]![i]).toBeCloseTo(expected.seasonal[at]!, 7)
  }
})

test('agrees with statsmodels: two periods, seasons in the order asked for', () => {
  const parts = decompose(double, [12, 4])!
  const expected = {
    trend: [10.36729202, 10.39944477, 12.63694297, 12.69887443, 12.77960218, 16.19263476],
    4: [-0.38747085, 3.27249637, 3.28825296, -0.20383949, -2.55148858, -2.78987618],
    12: [-0.10172252, 0.89569674, 0.66005393, -0.23043189, -1.12225955, -1.10847881],
  }
  for (const [at, i] of places.entries()) {
    expect(parts.trend[i]).toBeCloseTo(expected.trend[at]!, 7)
    expect(parts.seasonal[0]![i]).toBeCloseTo(expected[12][at]!, 7)
    expect(parts.seasonal[1]![i]).toBeCloseTo(expected[4][at]!, 7)
  }
})

test('an outlier stays in the remainder', () => {
  const parts = decompose(weekly, [7])!
  expect(parts.remainder[30]).toBeGreaterThan(18)
  expect(decompose(double, [])!.remainder[30]).toBeGreaterThan(15)
})

test('a level shift is in the trend', () => {
  const shifted = Array.from({ length: 120 }, (_, i) => 10 + 3 * sine(7, i) + 0.5 * Math.sin(i * i) + (i < 60 ? 0 : 8))
  const { trend, remainder } = decompose(shifted, [7])!
  expect(trend[50]).toBeCloseTo(10, 0)
  expect(trend[70]).toBeCloseTo(18, 0)
  expect(Math.abs(remainder[50]!)).toBeLessThan(1.5)
})

test('without periods the trend of a straight line is the line', () => {
  const line = Array.from({ length: 30 }, (_, i) => 5 + 2 * i)
  const { trend, seasonal, remainder } = decompose(line, [])!
  expect(seasonal).toEqual([])
  for (const i of line.keys()) {
    expect(trend[i]).toBeCloseTo(line[i]!, 9)
    expect(remainder[i]).toBeCloseTo(0, 9)
  }
})

const anyValues = fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN)), {
  maxLength: 60,
})

test('the parts add up to the values, and only what is missing is missing', () => {
  fc.assert(
    fc.property(anyValues, fc.constantFrom([], [7], [3, 7]), (values, periods) => {
      const parts = decompose(values, periods)
      if (!parts) return
      for (const [i, value] of values.entries()) {
        const fitted = parts.seasonal.reduce((sum, season) => sum + season[i]!, parts.trend[i]!)
        expect(Number.isFinite(fitted)).toBe(true)
        if (Number.isNaN(value)) expect(parts.remainder[i]).toBeNaN()
        else expect(fitted + parts.remainder[i]!).toBeCloseTo(value, 5)
      }
    }),
  )
})

test('scale and shift go into the parts', () => {
  const parts = decompose(weekly, [7])!
  const moved = decompose(
    weekly.map((value) => 100 - 4 * value),
    [7],
  )!
  for (const i of weekly.keys()) {
    expect(moved.trend[i]).toBeCloseTo(100 - 4 * parts.trend[i]!, 8)
    expect(moved.seasonal[0]![i]).toBeCloseTo(-4 * parts.seasonal[0]![i]!, 8)
  }
})

test('gaps are drawn through: points, and a phase that is never measured', () => {
  const whole = Array.from({ length: 84 }, (_, i) => 10 + 3 * sine(7, i))
  const holes = decompose(
    whole.map((value, i) => (i % 5 === 2 ? NaN : value)),
    [7],
  )!
  for (const i of whole.keys()) expect(holes.trend[i]! + holes.seasonal[0]![i]!).toBeCloseTo(whole[i]!, 0)
  const noSundays = decompose(
    whole.map((value, i) => (i % 7 === 6 ? NaN : value)),
    [7],
  )!
  for (const i of whole.keys()) if (i % 7 !== 6) expect(Math.abs(noSundays.remainder[i]!)).toBeLessThan(0.2)
})

test('a constant series has a level and nothing else', () => {
  const { trend, seasonal, remainder } = decompose(new Float64Array(28).fill(3), [7])!
  for (let i = 0; i < 28; i++) {
    expect(trend[i]).toBeCloseTo(3, 12)
    expect(seasonal[0]![i]).toBeCloseTo(0, 12)
    expect(remainder[i]).toBeCloseTo(0, 12)
  }
})

test('too few values, and wrong periods', () => {
  expect(decompose([], [])).toBeNull()
  expect(decompose([1, 2], [])).toBeNull()
  expect(decompose(new Float64Array(13).fill(1), [7])).toBeNull()
  expect(decompose(new Float64Array(14).fill(1), [7])).not.toBeNull()
  expect(decompose(new Float64Array(30).fill(NaN), [7])).toBeNull()
  expect(() => decompose(weekly, [1])).toThrow(RangeError)
  expect(() => decompose(weekly, [7.5])).toThrow(RangeError)
  expect(() => decompose(weekly, [7, 7])).toThrow(RangeError)
})

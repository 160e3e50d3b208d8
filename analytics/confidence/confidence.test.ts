import fc from 'fast-check'
import { expect, test } from 'vitest'

import { seeded } from '../testing.ts'
import { confidence, type Evidence } from './confidence.ts'
import { knownFindings } from './testing.ts'

test('a stated confidence is the share that is real', () => {
  const findings = knownFindings(seeded(2), 200).map(({ evidence, real }) => ({ stated: confidence(evidence), real }))
  const realAmong = (low: number, high: number): number => {
    const some = findings.filter(({ stated }) => stated >= low && stated < high)
    expect(some.length).toBeGreaterThan(100)
    return some.filter(({ real }) => real).length / some.length
  }
  const nine = realAmong(0.85, 0.95)
  expect(nine).toBeGreaterThan(0.85)
  expect(nine).toBeLessThan(0.95)
  expect(Math.abs(realAmong(0.6, 0.8) - 0.7)).toBeLessThan(0.07)
  expect(Math.abs(realAmong(0.4, 0.6) - 0.5)).toBeLessThan(0.07)
  expect(realAmong(0, 0.1)).toBeLessThan(0.1)
})

test('the product, by hand', () => {
  const odds = Math.exp(-5.6 + 0.8) * 7 ** 2.5 * 2 ** 1.6 * 0.8 ** 0.7
  expect(confidence({ sufficiency: 0.8, qValue: 1e-6, effect: 2.5, agreement: 1 })).toBeCloseTo(odds / (1 + odds), 12)
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyEvidence = fc.record({
  sufficiency: share,
  qValue: share,
  effect: fc.double({ min: 0, max: 1e6, noNaN: true }),
  agreement: share,
})

test('more evidence never lowers it', () => {
  const stronger: ((evidence: Evidence) => Evidence)[] = [
    (evidence) => ({ ...evidence, sufficiency: (1 + evidence.sufficiency) / 2 }),
    (evidence) => ({ ...evidence, qValue: evidence.qValue / 10 }),
    (evidence) => ({ ...evidence, effect: evidence.effect * 2 }),
    (evidence) => ({ ...evidence, agreement: (1 + evidence.agreement) / 2 }),
  ]
  fc.assert(
    fc.property(anyEvidence, fc.constantFrom(...stronger), (evidence, strengthen) => {
      const before = confidence(evidence)
      expect(before).toBeGreaterThanOrEqual(0)
      expect(before).toBeLessThan(1)
      // Rounding may take the last digit.
      expect(confidence(strengthen(evidence))).toBeGreaterThanOrEqual(before * (1 - 1e-12))
    }),
  )
})

test('without data there is no confidence, and nothing makes certain', () => {
  const all = { sufficiency: 1, qValue: 0, effect: Infinity, agreement: 1 }
  expect(confidence({ ...all, sufficiency: 0 })).toBe(0)
  expect(confidence(all)).toBeCloseTo(0.938, 3)
})

test.each([{ sufficiency: 1.1 }, { qValue: -0.1 }, { qValue: NaN }, { agreement: 2 }, { effect: -1 }, { effect: NaN }])(
  'is no evidence: %o',
  (wrong) => {
    const evidence = { sufficiency: 1, qValue: 0.01, effect: 2, agreement: 1, ...wrong }
    expect(() => confidence(evidence)).toThrow(RangeError)
  },
)

import fc from 'fast-check'
import { mean } from 'simple-statistics'
import { describe, expect, test } from 'vitest'

import { seeded } from '../testing.ts'
import { confidence, type Evidence } from './confidence.ts'
import { knownFindings } from './testing.ts'

describe.each(['ANOMALY', 'CHANGE_POINT', 'TREND'] as const)('%s', (kind) => {
  test('a stated confidence is the share that is real', () => {
    const findings = knownFindings(seeded(2), kind, 40).map(({ evidence, real }) => ({
      stated: confidence(evidence),
      real,
    }))
    const differenceIn = (low: number, high: number): number => {
      const some = findings.filter(({ stated }) => stated >= low && stated < high)
      expect(some.length).toBeGreaterThan(10)
      return mean(some.map(({ stated, real }) => stated - Number(real)))
    }
    expect(Math.abs(differenceIn(0.8, 1))).toBeLessThan(0.1)
    expect(Math.abs(differenceIn(0.5, 1))).toBeLessThan(0.1)
    expect(Math.abs(differenceIn(0, 1))).toBeLessThan(0.05)
  })
})

test('the product, by hand', () => {
  const product = 7 ** 2.5 * 2 ** 1.6 * 0.8 ** 0.7
  const evidence = { sufficiency: 0.8, qValue: 1e-6, effect: 2.5, agreement: 1 }
  for (const [kind, k] of [
    ['ANOMALY', -6.1],
    ['CHANGE_POINT', -3.4],
    ['TREND', -3.5],
  ] as const) {
    const odds = Math.exp(k + 0.8) * product
    expect(confidence({ ...evidence, kind })).toBeCloseTo(odds / (1 + odds), 12)
  }
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyEvidence = fc.record({
  kind: fc.constantFrom('ANOMALY', 'CHANGE_POINT', 'TREND'),
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
  const all = { kind: 'ANOMALY', sufficiency: 1, qValue: 0, effect: Infinity, agreement: 1 } as const
  expect(confidence({ ...all, sufficiency: 0 })).toBe(0)
  expect(confidence(all)).toBeCloseTo(0.902, 3)
})

test.each([{ sufficiency: 1.1 }, { qValue: -0.1 }, { qValue: NaN }, { agreement: 2 }, { effect: -1 }, { effect: NaN }])(
  'is no evidence: %o',
  (wrong) => {
    const evidence = { kind: 'TREND', sufficiency: 1, qValue: 0.01, effect: 2, agreement: 1, ...wrong } as const
    expect(() => confidence(evidence)).toThrow(RangeError)
  },
)

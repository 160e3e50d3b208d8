import { describe, expect, it } from 'vitest'

import { mannWhitney } from '../stats/mann-whitney.ts'
import { presentPoints } from '../stats/present-points.ts'
import { noise, seeded } from '../testing.ts'
import { splitEvidence } from './split-evidence.ts'

describe('splitEvidence', () => {
  it('compares two levels by Mann-Whitney', () => {
    // Neighbours that alternate have no positive autocorrelation, so nothing is corrected.
    const values = Array.from({ length: 40 }, (_, i) => (i % 2) + (i < 25 ? 0 : 3))
    const { pValue } = mannWhitney(values.slice(0, 25), values.slice(25))!
    expect(splitEvidence(presentPoints(values), 25)).toEqual({ kind: 'LEVEL', method: 'MANN_WHITNEY', pValue })
  })

  it('tests a turn of a line as least squares does', () => {
    // numpy.linalg.lstsq on 1, x, x ** 2 and max(0, x - 15): t = 4.230693; 2 * scipy.stats.t.sf(t, 36). Residuals alternate.
    const values = Array.from({ length: 40 }, (_, x) => 0.1 * x + 0.5 * Math.max(0, x - 15) + (x % 2 ? 0.6 : -0.6))
    const evidence = splitEvidence(presentPoints(values), 15)
    expect(evidence).toMatchObject({ kind: 'SLOPE', method: 'REGRESSION' })
    expect(evidence.pValue / 0.00015294635105881686).toBeCloseTo(1, 2)
  })

  it('sees a jump in a trend as a change of level', () => {
    const values = noise(seeded(5), 100).map((x, i) => x + i + (i < 60 ? 0 : 15))
    const evidence = splitEvidence(presentPoints(values), 60)
    expect(evidence).toMatchObject({ kind: 'LEVEL', method: 'REGRESSION' })
    expect(evidence.pValue).toBeLessThan(1e-6)
  })

  it('does not take a curve for a turn', () => {
    const values = noise(seeded(5), 100).map((x, i) => x + (i / 10) ** 2)
    const evidence = splitEvidence(presentPoints(values), 50)
    expect(evidence.method).toBe('REGRESSION')
    expect(evidence.pValue).toBeGreaterThan(0.01)
  })

  it('does not take more of rare events for another level', () => {
    const rare = Array.from({ length: 100 }, (_, i) => (i === 91 || i === 93 || i === 40 ? 10 : 0))
    expect(splitEvidence(presentPoints(rare), 91).pValue).toBe(1)
  })

  it('does not take a line for two levels', () => {
    const values = noise(seeded(5), 100).map((x, i) => x + i)
    const evidence = splitEvidence(presentPoints(values), 50)
    expect(evidence.method).toBe('REGRESSION')
    expect(evidence.pValue).toBeGreaterThan(0.01)
  })

  it('is less sure when neighbours correlate', () => {
    const levels = (correlation: number) => {
      const scale = Math.sqrt(1 - correlation ** 2)
      const values = noise(seeded(5), 100, correlation).map((x, i) => x * scale + (i < 50 ? 0 : 3))
      return splitEvidence(presentPoints(values), 50)
    }
    expect(levels(0.6).pValue).toBeGreaterThan(levels(0).pValue)
  })

  it('says the same in any unit', () => {
    const level = noise(seeded(5), 60).map((x, i) => x + (i < 30 ? 0 : 2))
    const turn = noise(seeded(5), 60).map((x, i) => x + Math.abs(i - 30) / 5)
    for (const values of [level, turn]) {
      const { pValue, ...rest } = splitEvidence(presentPoints(values), 30)
      const moved = splitEvidence(presentPoints(values.map((value) => 1000 - 64 * value)), 30)
      expect(moved).toMatchObject(rest)
      expect(moved.pValue / pValue).toBeCloseTo(1, 6)
    }
  })

  it('is certain without noise, and sees nothing in a line or a constant', () => {
    const kink = Array.from({ length: 20 }, (_, i) => Math.abs(i - 10))
    expect(splitEvidence(presentPoints(kink), 10)).toMatchObject({ kind: 'SLOPE' })
    expect(splitEvidence(presentPoints(kink), 10).pValue).toBeLessThan(1e-9)
    const jump = Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 2))
    expect(splitEvidence(presentPoints(jump), 10)).toMatchObject({ kind: 'LEVEL', method: 'MANN_WHITNEY' })
    expect(splitEvidence(presentPoints([...kink.keys()]), 10).pValue).toBe(1)
    expect(splitEvidence(presentPoints(Array(20).fill(0.1)), 10).pValue).toBe(1)
  })

  it('rejects a split that is not inside', () => {
    const message = (split: number) => new RangeError(`split must lie inside the points, not at ${split}`)
    expect(() => splitEvidence(presentPoints([1, 2, 3]), 0)).toThrow(message(0))
    expect(() => splitEvidence(presentPoints([1, 2, 3]), 3)).toThrow(message(3))
    expect(() => splitEvidence(presentPoints([]), 0)).toThrow(message(0))
  })
})

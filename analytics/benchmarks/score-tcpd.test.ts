import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { scoreTcpd } from './score-tcpd.ts'

const ANNOTATIONS = '../shared/data/tcpd/annotations.json'

describe('scoreTcpd', () => {
  it('is perfect when all agree', () => {
    expect(
      scoreTcpd(
        [40, 70],
        [
          [40, 70],
          [70, 40],
        ],
        100,
      ),
    ).toEqual({ f1: 1, cover: 1 })
    expect(scoreTcpd([], [[], []], 100)).toEqual({ f1: 1, cover: 1 })
  })

  it('takes precision from the union of the annotators and recall from each', () => {
    // True points {0, 52}; recall 2/2 and 1/1; precision 2/2.
    expect(scoreTcpd([50], [[52], []], 100).f1).toBe(1)
    // Precision 1/2, recall (1/2 + 1/1) / 2.
    expect(scoreTcpd([70], [[52], []], 100).f1).toBeCloseTo((2 * 0.5 * 0.75) / (0.5 + 0.75), 12)
  })

  it('lets a prediction count once, up to five points away', () => {
    expect(scoreTcpd([50], [[45]], 100).f1).toBe(1)
    expect(scoreTcpd([50], [[44]], 100).f1).toBe(0.5)
    // Precision 2/2, recall 2/3.
    expect(scoreTcpd([50], [[48, 52]], 100).f1).toBeCloseTo(0.8, 12)
  })

  it('covers each true segment by the one that overlaps most', () => {
    // [0, 50) against [0, 40): 40/50; [50, 100) against [40, 100): 50/60.
    expect(scoreTcpd([40], [[50]], 100).cover).toBeCloseTo(0.5 * 0.8 + (0.5 * 50) / 60, 12)
  })

  it.skipIf(!existsSync(ANNOTATIONS))('scores doing nothing as published', () => {
    const annotations: Record<string, Record<string, number[]>> = JSON.parse(readFileSync(ANNOTATIONS, 'utf8'))
    const scores = Object.entries(annotations).map(([name, marks]) => {
      const { n_obs: points } = JSON.parse(readFileSync(ANNOTATIONS.replace('annotations', name), 'utf8'))
      return scoreTcpd([], Object.values(marks), points)
    })
    const mean = (field: 'f1' | 'cover') => scores.reduce((sum, score) => sum + score[field], 0) / scores.length
    expect(mean('f1')).toBeCloseTo(0.689, 3)
    expect(mean('cover')).toBeCloseTo(0.61, 3)
  })

  it('rejects a series without annotators or points', () => {
    expect(() => scoreTcpd([], [], 100)).toThrow(new RangeError('annotations are empty'))
    expect(() => scoreTcpd([], [[]], 0)).toThrow(new RangeError('points must be at least 1, not 0'))
  })
})

import { describe, expect, it } from 'vitest'

import { scoreNab } from './score-nab.ts'

const fire = (length: number, ...rows: number[]) => Float64Array.from({ length }, (_, i) => (rows.includes(i) ? 1 : 0))

describe('scoreNab', () => {
  it('is 100 for firing at the start of each window, and 0 for never', () => {
    const windows = [[40, 49] as const, [80, 89] as const]
    expect(scoreNab([{ scores: fire(100, 40, 80), windows }])).toEqual({ standard: 100, lowFp: 100, lowFn: 100 })
    expect(scoreNab([{ scores: fire(100), windows }])).toEqual({ standard: 0, lowFp: 0, lowFn: 0 })
  })

  // python3 -c "from math import exp; s = lambda y: 2 / (1 + exp(5 * y)) - 1
  // print(50 * (1 + s(-.5) / s(-1) + .11 * s(1 / 9)))": in the middle of the window, and the first row after it
  it('rewards the earliest row of a window, and costs of false alarms grow with the distance behind it', () => {
    const score = scoreNab([{ scores: fire(100, 45, 46, 50), windows: [[40, 49]] }])
    expect(score.standard).toBeCloseTo(91.49997, 4)
  })

  it('before the first window a false alarm costs the most', () => {
    const score = scoreNab([{ scores: fire(100, 20, 40), windows: [[40, 49]] }])
    expect(score.standard).toBeCloseTo(50 * (2 - 0.11))
    expect(score.lowFp).toBeCloseTo(50 * (2 - 0.22))
    expect(score.lowFn).toBeCloseTo((100 * (3 - 0.11)) / 3)
  })

  it('does not count what fires in the first 15 percent', () => {
    expect(scoreNab([{ scores: fire(100, 0, 14, 40), windows: [[40, 49]] }]).standard).toBe(100)
    expect(scoreNab([{ scores: fire(100, 15, 40), windows: [[40, 49]] }]).standard).toBeLessThan(100)
  })

  it('takes one threshold for all files', () => {
    const quiet = { scores: fire(100, 40).map((score) => score / 2), windows: [[40, 49] as const] }
    const loud = { scores: fire(100, 40), windows: [[40, 49] as const] }
    const noisy = { scores: new Float64Array(100).fill(0.5), windows: [] }
    expect(scoreNab([quiet, loud]).standard).toBe(100)
    expect(scoreNab([quiet, loud, noisy]).standard).toBe(50)
  })

  it('rejects files without a window', () => {
    expect(() => scoreNab([{ scores: fire(10), windows: [] }])).toThrow(new RangeError('no windows in 1 files'))
  })
})

import { describe, expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { noise, seeded } from '../testing.ts'
import { significantChanges } from './significant-changes.ts'

const steps = presentPoints(noise(seeded(5), 120).map((x, i) => x + (i < 70 ? 0 : 3)))

describe('significantChanges', () => {
  it('keeps a single vote between two levels, and drops one where nothing happens', () => {
    const kept = significantChanges(steps, [
      { index: 30, votes: 1 },
      { index: 70, votes: 1 },
    ])
    expect(kept).toMatchObject([{ index: 70, votes: 1, kind: 'LEVEL', method: 'MANN_WHITNEY' }])
    expect(kept[0]?.pValue).toBeLessThan(1e-6)
  })

  it('judges after the elimination by the longer segments that it leaves', () => {
    const [alone] = significantChanges(steps, [{ index: 70, votes: 1 }])
    const [freed] = significantChanges(steps, [
      { index: 70, votes: 1 },
      { index: 100, votes: 2 },
    ])
    expect(freed).toEqual(alone)
  })

  it('keeps what three voters propose, with the p-value as it is', () => {
    expect(
      significantChanges(steps, [
        { index: 35, votes: 3 },
        { index: 70, votes: 3 },
      ]),
    ).toMatchObject([{ index: 35, pValue: 1 }, { index: 70 }])
  })

  it('keeps a turn that two propose, but not one', () => {
    const turn = presentPoints(noise(seeded(5), 120).map((x, i) => x + Math.abs(i - 60)))
    expect(significantChanges(turn, [{ index: 60, votes: 2 }])).toMatchObject([{ kind: 'SLOPE', method: 'REGRESSION' }])
    expect(significantChanges(turn, [{ index: 60, votes: 1 }])).toEqual([])
  })

  it('keeps nothing of nothing', () => {
    expect(significantChanges(steps, [])).toEqual([])
  })
})

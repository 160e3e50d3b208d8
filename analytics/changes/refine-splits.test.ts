import { describe, expect, it } from 'vitest'

import { presentPoints } from '../stats/present-points.ts'
import { noise, seeded } from '../testing.ts'
import { refineSplits } from './refine-splits.ts'

const steps = presentPoints(noise(seeded(5), 300).map((x, i) => x + (i < 93 ? 0 : i < 207 ? 15 : 3)))

describe('refineSplits', () => {
  it('moves splits to where the values jump', () => {
    expect(refineSplits(steps, [100, 200], 20)).toEqual([93, 207])
  })

  it('moves them to the same places far from 0', () => {
    const far = { ...steps, values: steps.values.map((value) => value + 1e9) }
    expect(refineSplits(far, [100, 200], 20)).toEqual([93, 207])
  })

  it('moves them no further than it may, and not into a neighbour', () => {
    expect(refineSplits(steps, [100], 3)).toEqual([97])
    expect(refineSplits(steps, [80, 97], 20)[0]).toBeLessThanOrEqual(92)
  })

  it('has nothing to move without splits', () => {
    expect(refineSplits(steps, [], 20)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { binarySegmentation } from './binary-segmentation.ts'
import { standardise } from './standardise.ts'

const standardised = (values: ArrayLike<number>) => standardise(Float64Array.from(values))!

const levels = Float64Array.of(
  ...[2.1, 1.7, 2.4, 1.9, 2.2, 2.0, 5.1, 4.6, 5.3, 4.9, 5.2, 4.8, 5.0],
  ...[3.1, 2.7, 3.3, 2.9, 3.2, 3.0, 6.9, 7.2, 6.6, 7.1, 7.0, 6.8],
)

describe('binarySegmentation', () => {
  it('is that of a recursion with numpy', () => {
    // z = (y - y.mean()) / y.std(); cost = lambda a, b: ((z[a:b] - z[a:b].mean()) ** 2).sum() + np.log(b - a)
    // def split(a, b):
    //     gain, c = max([(cost(a, b) - cost(a, c) - cost(c, b), c) for c in range(a + 5, b - 4)], default=(0, 0))
    //     return split(a, c) + [c] + split(c, b) if gain > 3 * np.log(25) else []
    expect(binarySegmentation(standardised(levels))).toEqual([19])
  })

  it('finds the levels of a staircase', () => {
    const steps = noise(seeded(5), 120).map((x, i) => x + 6 * Math.floor(i / 40))
    expect(binarySegmentation(standardised(steps))).toEqual([40, 80])
  })

  it('finds nothing in noise', () => {
    expect(binarySegmentation(standardised(noise(seeded(5), 120)))).toEqual([])
  })

  it('cuts off no fewer than five points', () => {
    const ends = [...Array(30).fill(0), 9, 9, 9, 9, 9]
    expect(binarySegmentation(standardised(ends))).toEqual([30])
    expect(binarySegmentation(standardised(ends.slice(0, -1)))).not.toContain(30)
  })

  it('finds nothing in too few points', () => {
    expect(binarySegmentation([])).toEqual([])
    expect(binarySegmentation([1])).toEqual([])
    expect(binarySegmentation([-1, -1, -1, -1, 1, 1, 1, 1, 1])).toEqual([])
  })
})

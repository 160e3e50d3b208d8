import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../testing.ts'
import { ASPECTS, type Behaviour } from './behaviour.ts'
import { behaviourVectors } from './behaviour-vectors.ts'
import { euclideanDistance } from './euclidean-distance.ts'
import { plantedShapes } from './testing-shapes.ts'

const hourly: Behaviour = {
  hourOfWeek: Array.from({ length: 168 }, () => 2),
  durations: [1_000, 2_000],
  ended: 336,
  failed: 0,
}
const weekly = { ...hourly, hourOfWeek: Array.from({ length: 168 }, (_, i) => (i === 0 ? 2 : 0)) }

// By hand: the Bhattacharyya coefficient of 1/168 in each hour and 1 in one is sqrt(1/168)
test('hours are as far apart as the Hellinger distance says, times the root of 2', () => {
  const [one, other] = behaviourVectors([hourly, weekly])
  expect(euclideanDistance(one!.hours, other!.hours)).toBeCloseTo(Math.SQRT2 * Math.sqrt(1 - Math.sqrt(1 / 168)), 12)
})

test('few runs say little about a failure rate', () => {
  const seldom = { ...hourly, ended: 10 }
  const distance = (ended: number) => {
    const [, none, half] = behaviourVectors([hourly, { ...seldom, ended }, { ...seldom, ended, failed: ended / 2 }])
    return Math.abs(none!.failures[0]! - half!.failures[0]!)
  }
  expect(distance(4)).toBeLessThan(distance(400))
  const [, one, other] = behaviourVectors([{ ...hourly, failed: 10 }, seldom, { ...seldom, failed: 1 }])
  expect(Math.abs(one!.failures[0]! - other!.failures[0]!)).toBeLessThan(1)
})

test('neither the order of pipelines nor how long they were looked at matters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 9 }), (seed, factor) => {
      const { behaviours } = plantedShapes(seeded(seed), 8)
      const vectors = behaviourVectors(behaviours)
      const reversed = behaviourVectors(behaviours.toReversed()).toReversed()
      const longer = behaviourVectors(
        behaviours.map((one) => ({ ...one, hourOfWeek: Array.from(one.hourOfWeek, (runs) => factor * runs) })),
      )
      for (const others of [reversed, longer]) {
        for (const [i, vector] of vectors.entries()) {
          for (const aspect of ASPECTS) expect(euclideanDistance(vector[aspect], others[i]![aspect])).toBeCloseTo(0, 9)
        }
      }
    }),
    { numRuns: 20 },
  )
})

test('no behaviours', () => {
  expect(behaviourVectors([])).toEqual([])
})

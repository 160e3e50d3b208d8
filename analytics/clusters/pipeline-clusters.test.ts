import { mean } from 'simple-statistics'
import { expect, test } from 'vitest'
import { seeded } from '../testing.ts'
import type { Cluster } from './clusters.ts'
import { pipelineClusters } from './pipeline-clusters.ts'
import { adjustedRand } from './testing-adjusted-rand.ts'
import { plantedShapes } from './testing-shapes.ts'

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

test.each([12, 60, 140])('shapes that were planted in %d pipelines are found again', (count) => {
  const scores = SEEDS.map((seed) => {
    const { behaviours, shapes } = plantedShapes(seeded(seed), count)
    return adjustedRand(shapes, labelsOf(pipelineClusters(behaviours)!, count))
  })
  expect(mean(scores)).toBeGreaterThanOrEqual(0.9)
})

test('pipelines of one shape are one cluster, but for 1 of 20 by chance', () => {
  const clusterings = SEEDS.flatMap((seed) => {
    const { behaviours, shapes } = plantedShapes(seeded(seed), 120)
    return [0, 1, 2, 3].map((shape) => pipelineClusters(behaviours.filter((_, i) => shapes[i] === shape))!)
  })
  expect(clusterings.filter(({ length }) => length > 1).length).toBeLessThanOrEqual(clusterings.length / 20)
})

test('two pipelines are too few', () => {
  const { behaviours } = plantedShapes(seeded(1), 3)
  expect(pipelineClusters(behaviours.slice(0, 2))).toBeNull()
  expect(pipelineClusters(behaviours)).not.toBeNull()
})

function labelsOf(clusters: readonly Cluster[], size: number): number[] {
  return Array.from({ length: size }, (_, point) => clusters.findIndex(({ members }) => members.includes(point)))
}

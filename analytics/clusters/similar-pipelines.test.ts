import { mean } from 'simple-statistics'
import { expect, test } from 'vitest'
import { seeded } from '../testing.ts'
import type { Behaviour } from './behaviour.ts'
import { similarPipelines } from './similar-pipelines.ts'
import { plantedShapes } from './testing-shapes.ts'

test('99 of 100 of the five most alike have the same shape, and the most alike come first', () => {
  const sameShape = Array.from({ length: 20 }, (_, seed) => {
    const { behaviours, shapes } = plantedShapes(seeded(seed), 40)
    return shapes.flatMap((shape, index) => {
      const found = similarPipelines(behaviours, index, 5)!
      const similarities = found.map(({ similarity }) => similarity)
      expect(similarities).toEqual(similarities.toSorted((a, b) => b - a))
      return found.map((other) => Number(shapes[other.index] === shape))
    })
  })
  expect(mean(sameShape.flat())).toBeGreaterThan(0.99)
})

const nightly: Behaviour = {
  hourOfWeek: Array.from({ length: 168 }, (_, i) => (i % 24 === 2 ? 2 : 0)),
  durations: [90_000, 120_000],
  ended: 14,
  failed: 0,
}

test('says in what they are alike', () => {
  const longer = { ...nightly, durations: [900_000, 1_200_000] }
  const other = { ...nightly, failed: 7, hourOfWeek: Array.from(nightly.hourOfWeek, (runs) => 9 * runs) }
  const [first, second] = similarPipelines([nightly, longer, other], 0, 9)!
  expect(first).toMatchObject({ index: 1, aspects: [{ similarity: 1 }, { similarity: 1 }, { similarity: 1 }, {}] })
  expect(first!.aspects.at(-1)).toEqual({ aspect: 'durations', similarity: expect.closeTo(Math.exp(-4.5), 6) })
  expect(first!.similarity).toBeCloseTo(Math.exp(-4.5 / 4), 6)
  expect(second!.index).toBe(2)
  expect(second!.aspects.slice(0, 2).map(({ aspect }) => aspect)).toEqual(['hours', 'durations'])
})

test('what hardly differs is alike, even when nothing differs more', () => {
  const nearly = [0.98, 1.02].map((factor) => ({
    ...nightly,
    durations: nightly.durations.map((ms) => factor * ms),
  }))
  for (const { similarity } of similarPipelines([nightly, ...nearly], 0, 2)!) expect(similarity).toBeGreaterThan(0.99)
})

test('opposite weeks are far apart, however often they run', () => {
  const busier = { ...nightly, hourOfWeek: Array.from(nightly.hourOfWeek, (runs) => 10 * runs) }
  const opposite = { ...nightly, hourOfWeek: Array.from(nightly.hourOfWeek, (runs) => 2 - runs) }
  const hours = similarPipelines([nightly, busier, opposite], 0, 2)!.map(({ index, aspects }) => {
    return [index, aspects.find(({ aspect }) => aspect === 'hours')!.similarity]
  })
  expect(hours).toEqual([
    [1, expect.closeTo(1, 9)],
    [2, expect.closeTo(Math.exp(-2), 9)],
  ])
})

test('too few pipelines, and wrong calls', () => {
  expect(similarPipelines([nightly, nightly], 0, 9)).toBeNull()
  expect(() => similarPipelines([nightly], 1, 1)).toThrow('no behaviour with the index 1')
  expect(() => similarPipelines([{ ...nightly, hourOfWeek: [1] }], 0, 1)).toThrow('168')
  expect(() => similarPipelines([{ ...nightly, failed: NaN }], 0, 1)).toThrow('NaN')
  expect(() => similarPipelines([{ ...nightly, failed: 15 }], 0, 1)).toThrow('15 of 14 runs failed')
  expect(() => similarPipelines([{ ...nightly, ended: 0 }], 0, 1)).toThrow('has no behaviour')
  expect(() => similarPipelines([nightly, { ...nightly, durations: [1] }], 0, 1)).toThrow('1 quantiles, not 2')
})

import { describe, expect, test } from 'vitest'
import { contrast, difference } from './testing-colours.ts'
import type { Sight } from './testing-colours.ts'
import { seriesLook } from './palette.ts'
import { chartThemes } from './theme.ts'

const sights: readonly Sight[] = ['normal', 'deuteranopia', 'protanopia']

const pairs = <T>(list: readonly T[]): [T, T][] => list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]))

describe.each(Object.values(chartThemes))('$name', (theme) => {
  const statuses = Object.values(theme.status)
  const surfaces = [theme.background, theme.surface, theme.raised]

  test('six series colours, each pair at least 12 apart for all eyes', () => {
    expect(theme.series).toHaveLength(6)
    for (const [a, b] of pairs(theme.series)) {
      for (const sight of sights) expect(difference(a, b, sight), `${a} ${b} ${sight}`).toBeGreaterThanOrEqual(12)
    }
  })

  test('3:1 on every surface', () => {
    for (const colour of [...theme.series, ...statuses]) {
      for (const surface of surfaces)
        expect(contrast(colour, surface), `${colour} ${surface}`).toBeGreaterThanOrEqual(3)
    }
  })

  test('no series looks like good or bad to normal eyes', () => {
    for (const colour of theme.series) {
      for (const meant of [theme.good, theme.bad])
        expect(difference(colour, meant, 'normal')).toBeGreaterThanOrEqual(20)
    }
  })

  // The tokens for good and bad are given. In the dark theme deuteranopic eyes see them only 8 apart, which is why a
  // status is never told by its colour alone: segments keep their order, have a gap, and are named under the cursor.
  test('statuses are apart for all eyes, but for good and bad', () => {
    for (const [a, b] of pairs(statuses)) {
      const least = a === theme.good && b === theme.bad ? 8 : 12
      for (const sight of sights) expect(difference(a, b, sight), `${a} ${b} ${sight}`).toBeGreaterThanOrEqual(least)
    }
  })
})

test('beyond six series, dashes join', () => {
  expect(seriesLook(0, 'light')).toEqual({ colour: '#2b57d9', dash: 'solid' })
  expect(seriesLook(6, 'light')).toEqual({ colour: '#2b57d9', dash: 'dashed' })
  expect(seriesLook(13, 'light')).toEqual({ colour: '#974700', dash: 'dotted' })
  expect(() => seriesLook(-1, 'light')).toThrow(RangeError)
})

import { expect, test } from 'vitest'
import { contrast, difference, lab } from './testing-colours.ts'

// Known values of sRGB in D65: white is L 100, red is L 53.24 a 80.09 b 67.20.
test('white, black and red in L*a*b*', () => {
  const near = (hex: string, expected: readonly number[]): void =>
    lab(hex, 'normal').forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 1))
  near('#ffffff', [100, 0, 0])
  near('#000000', [0, 0, 0])
  near('#ff0000', [53.24, 80.09, 67.2])
})

test('greys look the same to all eyes, red and green do not', () => {
  expect(difference('#808080', '#808080', 'normal')).toBe(0)
  expect(lab('#808080', 'deuteranopia')[1]).toBeCloseTo(0, 1)
  expect(difference('#d05050', '#7a8a30', 'normal')).toBeGreaterThan(60)
  expect(difference('#d05050', '#7a8a30', 'deuteranopia')).toBeLessThan(20)
})

test('contrast after WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('anything but #rrggbb is refused', () => {
  expect(() => lab('red', 'normal')).toThrow('red')
})

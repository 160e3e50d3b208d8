import fc from 'fast-check'
import { expect, test } from 'vitest'

import { formatDuration } from './format-duration.ts'

test.each([
  [0, '0 s'],
  [-0, '0 s'],
  [0.25, '0.25 ms'],
  [320, '320 ms'],
  [999.7, '1 s'],
  [3210, '3.2 s'],
  [9960, '10 s'],
  [59_960, '1 min'],
  [60_000, '1 min'],
  [200_000, '3 min 20 s'],
  [3_599_900, '1 h'],
  [7_500_000, '2 h 5 min'],
  [86_399_000, '1 d'],
  [273_600_000, '3 d 4 h'],
  [1e12, '11,574 d 2 h'],
  [-200_000, '-3 min 20 s'],
])('%d ms: %s', (duration, text) => {
  expect(formatDuration(duration)).toBe(text)
})

test('no number', () => {
  expect(() => formatDuration(Infinity)).toThrow('Infinity')
})

test('no unit is full, and none is 0', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e10, noNaN: true }), (duration) => {
      expect(formatDuration(duration)).toMatch(
        /^(\d{1,3}(\.\d+)? ms|\d(\.\d)? s|[1-5]?\d (min|s)( [1-5]?\d s)?|(1?\d|2[0-3]) h( [1-5]?\d min)?|\d+ d( (1?\d|2[0-3]) h)?)$/,
      )
      expect(formatDuration(duration)).not.toMatch(/(^| )0 /)
    }),
  )
})

import { expect, test } from 'vitest'
import { sparklineBars } from './shape.ts'

const size = { width: 40, height: 20 }

test('bars are scaled to the highest; a bucket without jobs has none', () => {
  const bars = sparklineBars(
    [
      { count: 10, failed: 0 },
      { count: 0, failed: 0 },
      { count: null, failed: null },
      { count: 5, failed: 5 },
    ],
    size,
  )
  expect(bars).toEqual([
    { x: 0, width: 9, y: 0, height: 20, failedHeight: 0 },
    { x: 30, width: 9, y: 10, height: 10, failedHeight: 10 },
  ])
})

test('one failure among thousands is seen', () => {
  expect(sparklineBars([{ count: 4000, failed: 1 }], size)).toMatchObject([{ height: 20, failedHeight: 2 }])
  expect(
    sparklineBars(
      [
        { count: 4000, failed: 0 },
        { count: 1, failed: 1 },
      ],
      size,
    ),
  ).toMatchObject([{ failedHeight: 0 }, { height: 2, failedHeight: 2 }])
})

test('nothing to draw', () => {
  expect(sparklineBars([], size)).toEqual([])
})

import { expect, test } from 'vitest'
import { progressLine, showProgress } from './progress.ts'

test('a bar with percentage, rate and remaining time', () => {
  const half = { rows: 12_000, bytes: 500, size: 1000, elapsedMs: 1500 }
  expect(progressLine(half, true)).toBe('[████████████            ] 50 %  12,000 rows  8,000 rows/s  2 s left')
  expect(progressLine({ ...half, size: 200_000, elapsedMs: 60_000 }, false)).toBe(
    '0 %  12,000 rows  200 rows/s  6 h 39 min left',
  )
  expect(progressLine({ ...half, bytes: 1000 }, false)).toBe('100 %  12,000 rows  8,000 rows/s')
})

test('without a size it says how much was read', () => {
  expect(progressLine({ rows: 10, bytes: 2_500_000, size: null, elapsedMs: 0 }, true)).toBe('2,500 kB read  10 rows')
})

test('a terminal gets a moving bar, a log file a line every five seconds', () => {
  const written = (isTTY: boolean) => {
    let text = ''
    let ms = 0
    const progress = showProgress({ isTTY, write: (piece) => (text += piece) }, () => new Date(ms))
    for (ms = 50; ms <= 10_000; ms += 50) progress.show({ rows: ms, bytes: ms, size: 20_000 })
    progress.clear()
    return text
  }
  expect(written(true).split('\r')).toHaveLength(102)
  expect(written(true)).toMatch(/\r\x1b\[2K$/)
  expect(written(false).split('\n')).toHaveLength(3)
})

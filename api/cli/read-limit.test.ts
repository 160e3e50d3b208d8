import { expect, test } from 'vitest'
import { readLimit } from './read-limit.ts'

test('a limit is a whole number or none', () => {
  expect(readLimit('--jobs-a-day', undefined)).toBeUndefined()
  expect(readLimit('--jobs-a-day', 'none')).toBeNull()
  expect(readLimit('--jobs-a-day', '0')).toBe(0)
  expect(readLimit('--stored-bytes', '5000000000')).toBe(5_000_000_000)
  expect(readLimit('--queries-at-once', '1', { least: 1, most: 10 })).toBe(1)
})

test.each(['', '-1', '1.5', '1e9', 'NONE', '99999999999999999999'])('"%s" is neither', (text) => {
  expect(() => readLimit('--jobs-a-day', text)).toThrow('--jobs-a-day is ')
})

test('a limit has bounds', () => {
  const bounds = { least: 1, most: 10 }
  expect(() => readLimit('--queries-at-once', '0', bounds)).toThrow('write a whole number from 1 to 10, or none.')
  expect(() => readLimit('--queries-at-once', '11', bounds)).toThrow('write a whole number from 1 to 10, or none.')
})

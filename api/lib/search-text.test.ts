import { expect, test } from 'vitest'
import { containsPattern, isStorable } from './search-text.ts'

test('letters match in both cases, everything else is literal', () => {
  expect(containsPattern('aZ 9_%')).toBe('[aA][Zz] 9\\_\\%')
  expect(containsPattern('50% ü.')).toBe('50\\% [üÜ]\\.')
  expect(containsPattern('***:(.*)[^a-]{2}\\d|$')).toBe('\\*\\*\\*\\:\\(\\.\\*\\)\\[\\^[aA]\\-\\]\\{2\\}\\\\[dD]\\|\\$')
})

test('letters without a second form of one character stay as they are', () => {
  expect(containsPattern('ß漢😀')).toBe('ß漢😀')
  expect(containsPattern('ς')).toBe('[ςΣσ]')
})

test('text that PostgreSQL cannot hold is known', () => {
  expect(isStorable('a😀')).toBe(true)
  expect(isStorable('a\0')).toBe(false)
  expect(isStorable('\ud83d')).toBe(false)
})

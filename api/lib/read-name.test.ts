import { expect, test } from 'vitest'
import { readName } from './read-name.ts'

test('a name loses the blanks around it', () => {
  expect(readName('name', ' Ada Lovelace\n')).toBe('Ada Lovelace')
  expect(readName('name', 'Žofie 😀')).toBe('Žofie 😀')
})

test.each([
  ['', 'The name is empty.'],
  [' \t', 'The name is empty.'],
  ['x'.repeat(101), 'longer than 100 characters'],
  ['a\0b', 'cannot be shown'],
  ['a\ud800', 'cannot be shown'],
  ['a\r\nBcc: b', 'cannot be shown'],
])('%j is refused', (text, reason) => {
  expect(() => readName('name', text)).toThrow(reason)
})

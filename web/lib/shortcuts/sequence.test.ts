import { expect, test } from 'vitest'
import { pressName, stepSequence } from './sequence.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const known = ['j', 'g j', 'g p', '?', 'mod+k']

test('presses have names', () => {
  expect(pressName({ ...plain, key: 'j' })).toBe('j')
  expect(pressName({ ...plain, key: 'K', metaKey: true })).toBe('mod+k')
  expect(pressName({ ...plain, key: 'k', ctrlKey: true })).toBe('mod+k')
  expect(pressName({ ...plain, key: '[', altKey: true })).toBeNull()
  expect(pressName({ ...plain, key: 'Shift' })).toBeNull()
  expect(pressName({ ...plain, key: '?', shiftKey: true })).toBe('?')
  expect(pressName({ ...plain, key: 'ArrowUp', shiftKey: true })).toBe('shift+ArrowUp')
  expect(pressName({ ...plain, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('mod+shift+z')
})

test('one press', () => {
  expect(stepSequence(null, 'j', known)).toEqual({ matched: 'j', pending: null })
  expect(stepSequence(null, 'x', known)).toEqual({ matched: null, pending: null })
})

test('two presses', () => {
  expect(stepSequence(null, 'g', known)).toEqual({ matched: null, pending: 'g' })
  expect(stepSequence('g', 'p', known)).toEqual({ matched: 'g p', pending: null })
})

test('a press that does not continue begins anew', () => {
  expect(stepSequence('g', '?', known)).toEqual({ matched: '?', pending: null })
  expect(stepSequence('g', 'g', known)).toEqual({ matched: null, pending: 'g' })
  expect(stepSequence('g', 'x', known)).toEqual({ matched: null, pending: null })
})

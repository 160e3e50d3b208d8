import { expect, test } from 'vitest'
import { distance, nearest, nearestIfClose, quoted } from './nearest.ts'

test('the textbook distances', () => {
  expect(distance('kitten', 'sitting')).toBe(3)
  expect(distance('', 'abc')).toBe(3)
  expect(distance('abc', '')).toBe(3)
  expect(distance('flaw', 'lawn')).toBe(2)
  expect(distance('same', 'same')).toBe(0)
})

test('the nearest name, whatever the case', () => {
  expect(nearest('Suces_rate', ['count', 'success_rate', 'failure_rate'])).toBe('success_rate')
  expect(nearest('x', [])).toBeNull()
  expect(nearest('', ['aa', 'b'])).toBe('b')
})

test('a name that was mistyped, and none for one that is quite different', () => {
  const names = ['startedAt', 'pipeline', 'status']
  expect(nearestIfClose('started_at', names)).toBe('startedAt')
  expect(nearestIfClose('pipline', names)).toBe('pipeline')
  expect(nearestIfClose('colour', names)).toBeNull()
  expect(nearestIfClose('x'.repeat(41), names)).toBeNull()
  expect(nearestIfClose('status', [])).toBeNull()
})

test('a text in a message is quoted and short', () => {
  expect(quoted('a"b\n')).toBe('"a\\"b\\n"')
  expect(quoted('x'.repeat(1000))).toHaveLength(83)
})

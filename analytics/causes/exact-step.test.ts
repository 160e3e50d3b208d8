import { expect, test } from 'vitest'

import { exactStep } from './exact-step.ts'

test('steps of sums that are exact', () => {
  expect(exactStep(1000)).toBe(2 ** -42)
  expect(exactStep(2 ** 52)).toBe(1)
  expect(exactStep(1e-320)).toBe(2 ** -1074)
  expect(exactStep(0)).toBe(1)
  expect(() => exactStep(Infinity)).toThrow('Infinity')
})

import { expect, it } from 'vitest'

import { naiveError } from './naive-error.ts'

it('is the mean absolute change over a period', () => {
  expect(naiveError([1, 3, 2], 1)).toBe(1.5)
  expect(naiveError([1, 3, 2, 7], 2)).toBe(2.5)
})

it('is null when nothing changes or nothing is left', () => {
  expect(naiveError([2, 2], 1)).toBeNull()
  expect(naiveError([2], 1)).toBeNull()
})

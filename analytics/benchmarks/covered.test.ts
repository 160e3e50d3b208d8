import { expect, it } from 'vitest'

import { covered } from './covered.ts'

it('counts the edges as inside', () => {
  expect(covered([0, 2, 3, 4], { lower: [0, 0, 0, 0], upper: [3, 3, 3, 3] })).toBe(0.75)
})

it('is null without values', () => {
  expect(covered([], { lower: [], upper: [] })).toBeNull()
})

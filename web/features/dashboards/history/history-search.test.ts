import { expect, test } from 'vitest'
import { comparisonOf, readHistorySearch } from './history-search.ts'

test('reads numbers of versions, and nothing else', () => {
  expect(readHistorySearch({ from: '2', to: 5 })).toEqual({ from: 2, to: 5, look: undefined })
  expect(readHistorySearch({ from: '0', to: 'x', look: '1.5' })).toEqual({
    from: undefined,
    to: undefined,
    look: undefined,
  })
})

test('the last version is compared with the one before it, unless others were chosen', () => {
  expect(comparisonOf({}, 5)).toEqual({ from: 4, to: 5 })
  expect(comparisonOf({ to: 3 }, 5)).toEqual({ from: 2, to: 3 })
  expect(comparisonOf({ from: 4, to: 2 }, 5)).toEqual({ from: 2, to: 4 })
  expect(comparisonOf({ from: 2, to: 99 }, 5)).toEqual({ from: 2, to: 5 })
})

test('there is nothing to compare a first version with, or one with itself', () => {
  expect(comparisonOf({}, 1)).toBeNull()
  expect(comparisonOf({ to: 1 }, 5)).toBeNull()
  expect(comparisonOf({ from: 3, to: 3 }, 5)).toBeNull()
})

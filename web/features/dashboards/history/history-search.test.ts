import { expect, test } from 'vitest'
import { comparisonOf, readHistorySearch } from './history-search.ts'

test('reads numbers of versions, and nothing else', () => {
  expect(readHistorySearch({ older: '2', newer: 5 })).toEqual({ older: 2, newer: 5, look: undefined })
  expect(readHistorySearch({ older: '0', newer: 'x', look: '1.5' })).toEqual({
    older: undefined,
    newer: undefined,
    look: undefined,
  })
})

test('the last version is compared with the one before it, unless others were chosen', () => {
  expect(comparisonOf({}, 5)).toEqual({ older: 4, newer: 5 })
  expect(comparisonOf({ newer: 3 }, 5)).toEqual({ older: 2, newer: 3 })
  expect(comparisonOf({ older: 4, newer: 2 }, 5)).toEqual({ older: 2, newer: 4 })
  expect(comparisonOf({ older: 2, newer: 99 }, 5)).toEqual({ older: 2, newer: 5 })
})

test('there is nothing to compare a first version with, or one with itself', () => {
  expect(comparisonOf({}, 1)).toBeNull()
  expect(comparisonOf({ newer: 1 }, 5)).toBeNull()
  expect(comparisonOf({ older: 3, newer: 3 }, 5)).toBeNull()
})

import { expect, test } from 'vitest'
import { unfilteredWords } from './notes.ts'

test('names the filters that do nothing', () => {
  expect(unfilteredWords([])).toBeNull()
  expect(unfilteredWords(['label.region'])).toBe('Not filtered by region')
  expect(unfilteredWords(['label.region', 'error_class', 'status'])).toBe(
    'Not filtered by region, error class, and status',
  )
})

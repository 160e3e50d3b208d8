import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, readList, readText, stringifySearch } from './search-string.ts'

test('an address is read as text', () => {
  expect(parseSearch('?status=failed&pipeline=a&pipeline=b')).toEqual({ status: 'failed', pipeline: ['a', 'b'] })
  expect(parseSearch('')).toEqual({})
})

test('an address is written plainly', () => {
  expect(stringifySearch({ status: ['failed', 'queued'], text: undefined, page: null })).toBe(
    '?status=failed&status=queued',
  )
  expect(stringifySearch({})).toBe('')
})

test('what is written is read again', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2 }))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (search) => {
      const sound = JSON.parse(JSON.stringify(search).toWellFormed())
      expect(parseSearch(stringifySearch(sound))).toEqual(sound)
    }),
  )
})

test('values as a list, and as one', () => {
  expect(readList('a')).toEqual(['a'])
  expect(readList(['a', '', 'b', 'a', 7])).toEqual(['a', 'b'])
  expect(readList(undefined)).toEqual([])
  expect(readText(['a', 'b'])).toBe('a')
  expect(readText('')).toBeUndefined()
})

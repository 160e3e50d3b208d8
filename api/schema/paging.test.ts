import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, readPage, toConnection } from './paging.ts'

test('without a size it is the first 50', () => {
  expect(readPage({})).toEqual({ size: 50, backward: false, after: null, before: null })
  expect(readPage({ last: 7, before: 'c' })).toEqual({ size: 7, backward: true, after: null, before: 'c' })
  expect(readPage({ first: 0 }).size).toBe(0)
})

test('says what is wrong with a size', () => {
  expect(() => readPage({ first: 1, last: 1 })).toThrow('not for both')
  expect(() => readPage({ first: -1 })).toThrow('"first" is -1. Ask for a number from 0 to 500.')
  expect(() => readPage({ last: -5 })).toThrow('"last" is -5')
  expect(() => readPage({ first: 501 })).toThrow('the largest page has 500 items')
})

test('a cursor is read back in its own order only', () => {
  const cursor = encodeCursor('by name', ['é"', '2'])
  expect(cursor).toMatch(/^[\w-]+$/)
  expect(decodeCursor('by name', cursor, () => true)).toEqual(['é"', '2'])
  expect(() => decodeCursor('by age', cursor, () => true)).toThrow('comes from another order')
  expect(() => decodeCursor('by name', cursor, () => false)).toThrow('comes from another order')
})

test.each(['', 'x', 'null', 'W10', 'eyJhIjoxfQ', 'WzEsMl0', `${encodeCursor('by name', ['a'])}=`, ' '])(
  'what is not a cursor is refused: %j',
  (text) => {
    expect(() => decodeCursor('by name', text, () => true)).toThrow('is not a cursor')
  },
)

test('the row beyond the page tells whether there is more', async () => {
  const page = { size: 2, backward: false, after: null, before: null }
  const totalCount = () => Promise.resolve(9)
  const connection = toConnection(['a', 'b', 'c'], { page, cursorOf: (row) => `cursor ${row}`, totalCount })
  expect(connection.edges.map((edge) => edge.node)).toEqual(['a', 'b'])
  expect(connection.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: 'cursor a',
    endCursor: 'cursor b',
  })
  expect(await connection.totalCount()).toBe(9)
})

test('an empty page has no cursors', () => {
  const page = { size: 2, backward: true, after: null, before: 'x' }
  expect(toConnection([], { page, cursorOf: String, totalCount: () => Promise.resolve(0) }).pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null,
  })
})

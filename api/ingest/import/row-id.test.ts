import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOccurrences } from './occurrences.ts'
import { rowIds } from './row-id.ts'
import type { Row } from './row.ts'

function row(values: Record<string, string>): Row {
  return { line: 2, values }
}

test('the id is a hash of the content, then counted', () => {
  const id = rowIds('all')
  const first = id(row({ a: '1', b: '2' }))
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(id(row({ b: '2', a: '1' }))).toBe(`${first}-2`)
  expect(id(row({ a: '1', b: '2 ' }))).not.toContain(first)
  expect(id(row({ a: '1', b: '2' }))).toBe(`${first}-3`)
})

test('names and values do not run into each other', () => {
  const id = rowIds('all')
  const rows: Record<string, string>[] = [
    { a: '1', b: '' },
    { a: '', b: '1' },
    { ab: '1' },
    { a: '1' },
    { a: '","b":"1' },
  ]
  const ids = rows.map((values) => id(row(values)))
  expect(new Set(ids).size).toBe(ids.length)
})

test('some columns make the id when they are named', () => {
  const [one, two] = [rowIds(['a', 'b']), rowIds(['b', 'a'])]
  expect(one(row({ a: '1', b: '2', c: '3' }))).toBe(two(row({ a: '1', b: '2', c: '4' })))
})

test('shuffled rows give the same ids', () => {
  const rows = fc.array(fc.record({ a: fc.constantFrom('1', '2', '3'), b: fc.constantFrom('x', 'y') }), {
    maxLength: 40,
  })
  const withShuffled = rows.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(withShuffled, ([list, shuffled]) => {
      const ids = (values: Record<string, string>[]) => values.map(row).map(rowIds('all')).sort()
      expect(ids(shuffled)).toEqual(ids(list))
      expect(new Set(ids(list)).size).toBe(list.length)
    }),
  )
})

test('counts like a Map, through growth and with hashes that begin alike', () => {
  const hashes = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat({ max: 40 })), { maxLength: 300 })
  fc.assert(
    fc.property(hashes, (list) => {
      const count = countOccurrences(2)
      const expected = new Map<string, number>()
      for (const [high, low] of list) {
        const key = `${high}/${low}`
        expected.set(key, (expected.get(key) ?? 0) + 1)
        expect(count(high, low)).toBe(expected.get(key))
      }
    }),
  )
})

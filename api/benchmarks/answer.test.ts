import { expect, test } from 'vitest'
import { endCursor, readAnswer, sizeOf } from './answer.ts'

const read = (data: unknown) => readAnswer(JSON.stringify({ data }))

test('the size of every kind of answer', () => {
  const page = read({ jobs: { nodes: [{}, {}], pageInfo: { endCursor: 'x' } } })
  expect([sizeOf(page), endCursor(page)]).toEqual([2, 'x'])
  expect(sizeOf(read({ jobs: { totalCount: 7 } }))).toBe(7)
  expect(sizeOf(read({ series: [{ points: [{}] }, { points: [{}, {}] }] }))).toBe(3)
  expect(sizeOf(read({ table: { rows: [[1]] } }))).toBe(1)
  expect(endCursor(read({ table: { rows: [] } }))).toBeNull()
})

test('a failure is thrown with its message', () => {
  expect(() => readAnswer(JSON.stringify({ data: null, errors: [{ message: 'too slow' }] }))).toThrow('too slow')
  expect(() => read({ jobs: {} })).toThrow()
})

import { expect, test } from 'vitest'
import { valueItems } from './value-items.ts'

test('values in their order, what is chosen besides them first', () => {
  expect(valueItems(['eu', 'us'], ['asia', 'us']).map(({ id }) => id)).toEqual(['asia', 'eu', 'us'])
})

test('numbers become text, the empty text has a name, and nothing is no value', () => {
  expect(valueItems([3, '', null], [])).toEqual([
    { id: '3', name: '3' },
    { id: '', name: '(empty)' },
  ])
})

import { expect, test } from 'vitest'
import { valueItems } from './value-items.ts'

test('values in the order of the rows, what is chosen besides them first', () => {
  expect(
    valueItems(
      [
        ['eu', 7],
        ['us', 2],
      ],
      ['asia', 'us'],
    ).map(({ id }) => id),
  ).toEqual(['asia', 'eu', 'us'])
})

test('numbers become text, the empty text has a name, and nothing is no value', () => {
  const rows = [
    [3, 7],
    ['', 2],
    [null, 1],
  ]
  expect(valueItems(rows, [])).toEqual([
    { id: '3', name: '3' },
    { id: '', name: '(empty)' },
  ])
})

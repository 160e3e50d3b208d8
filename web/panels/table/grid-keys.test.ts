import { expect, test } from 'vitest'
import { placeAfterKey } from './grid-keys.ts'

const size = { rows: 100, columns: 3, page: 10 }
const at = (row: number, column: number) => ({ row, column })

test('arrows lead to the neighbour and stop at the edges', () => {
  expect(placeAfterKey('ArrowDown', false, at(-1, 0), size)).toEqual(at(0, 0))
  expect(placeAfterKey('ArrowUp', false, at(-1, 1), size)).toEqual(at(-1, 1))
  expect(placeAfterKey('ArrowDown', false, at(99, 0), size)).toEqual(at(99, 0))
  expect(placeAfterKey('ArrowRight', false, at(5, 2), size)).toEqual(at(5, 2))
  expect(placeAfterKey('ArrowLeft', false, at(5, 2), size)).toEqual(at(5, 1))
})

test('Page, Home and End', () => {
  expect(placeAfterKey('PageDown', false, at(95, 1), size)).toEqual(at(99, 1))
  expect(placeAfterKey('PageUp', false, at(3, 1), size)).toEqual(at(0, 1))
  expect(placeAfterKey('End', false, at(3, 0), size)).toEqual(at(3, 2))
  expect(placeAfterKey('End', true, at(3, 0), size)).toEqual(at(99, 2))
  expect(placeAfterKey('Home', true, at(3, 2), size)).toEqual(at(-1, 0))
})

test('without rows the headings remain; other keys lead nowhere', () => {
  expect(placeAfterKey('ArrowDown', false, at(-1, 0), { ...size, rows: 0 })).toEqual(at(-1, 0))
  expect(placeAfterKey('x', false, at(0, 0), size)).toBeNull()
})

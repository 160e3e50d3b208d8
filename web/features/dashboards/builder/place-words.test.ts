import { expect, test } from 'vitest'
import { placeWords } from './place-words.ts'

test('where a panel stands, counted from one', () => {
  expect(placeWords('Jobs', { x: 0, y: 4, w: 1, h: 7 })).toBe('Jobs: column 1, row 5, 1 column wide, 7 rows high')
})

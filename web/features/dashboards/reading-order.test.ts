import { expect, test } from 'vitest'
import { readDocument } from './document.ts'
import { inReadingOrder } from './reading-order.ts'

test('panels are read row by row, whatever order they are stored in', () => {
  const { panels } = readDocument({
    panels: [
      { title: 'c', layout: { x: 0, y: 4, w: 12, h: 4 } },
      { title: 'b', layout: { x: 6, y: 0, w: 6, h: 4 } },
      { title: 'a', layout: { x: 0, y: 0, w: 6, h: 4 } },
    ],
  })
  expect(inReadingOrder(panels).map(({ title }) => title)).toEqual(['a', 'b', 'c'])
})

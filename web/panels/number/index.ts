import { lazyPart } from '../../lib/lazy-part.ts'
import type { PanelKind } from '../panel.ts'
import { example } from './example.ts'
import { readNumberOptions, type NumberOptions } from './options.ts'
import { rowsTable } from '../tables.ts'
import { tilesOf, tileWords } from './shape.ts'

/** Big numbers with their course and their change. */
export const number: PanelKind<NumberOptions> = {
  kind: 'number',
  title: 'Big number',
  description: 'A few numbers that matter most, legible from across a room, each with its course and its change.',
  icon: 'number',
  needs: { measures: [1, 6], dimensions: [0, 1], time: 'NONE' },
  answers: ({ sparkline }) => (sparkline ? ['TOTAL', 'SERIES'] : ['TOTAL']),
  size: { w: 6, h: 4, minW: 2, minH: 3 },
  readOptions: readNumberOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'NumberPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'NumberEditor'),
  table: ({ TOTAL }) => rowsTable(TOTAL),
  summary: (answers, options, title) => {
    const words = tilesOf(answers, options).map(tileWords)
    return `${title}: ${words.length === 0 ? 'no data in this range.' : words.join(' ')}`
  },
  example,
}

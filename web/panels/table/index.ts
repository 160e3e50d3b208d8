import { lazyPart } from '../../lib/lazy-part.ts'
import { formatCount } from '../../lib/format.ts'
import type { PanelKind, TableAnswer } from '../panel.ts'
import { example } from './example.ts'
import { readTableOptions, type TableOptions } from './options.ts'
import { shownCell, shownColumns, tableTwin } from './shape.ts'

/** How many rows the words name. */
const ROWS_IN_WORDS = 3

/** Rows and columns. */
export const table: PanelKind<TableOptions> = {
  kind: 'table',
  title: 'Table',
  description: 'Every number of an answer, to be sorted and filtered, also where there are very many rows.',
  icon: 'table',
  needs: { measures: [1, 20], dimensions: [0, 8], time: 'POSSIBLE' },
  answers: () => ['ROWS'],
  size: { w: 6, h: 8, minW: 3, minH: 4 },
  readOptions: readTableOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'TablePanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'TableEditor'),
  table: ({ ROWS }, options) => tableTwin(ROWS, options),
  summary: ({ ROWS }, options, title) =>
    ROWS && ROWS.rows.length > 0 ? `${title}: ${tableWords(ROWS, options)}` : `${title}: no data in this range.`,
  example,
}

function tableWords(answer: TableAnswer, options: TableOptions): string {
  const columns = shownColumns(answer, options)
  const rows = answer.rows.slice(0, ROWS_IN_WORDS).map((row) => {
    const cells = columns.map(
      (column) => `${column.title} ${shownCell(row, column, answer).text.replace('–', 'no value')}`,
    )
    return `${cells.join(', ')}.`
  })
  const rest = answer.rows.length > rows.length ? ' The first of them: ' : ' '
  return `${formatCount(answer.rows.length, 'row')}.${rest}${rows.join(' ')}`
}

import { lazyPart } from '../../lib/lazy-part.ts'
import type { PanelKind } from '../panel.ts'
import { readMarkdownOptions, type MarkdownOptions } from './options.ts'
import { plainText } from './plain-text.ts'

/** A text between the numbers. */
export const markdown: PanelKind<MarkdownOptions> = {
  kind: 'markdown',
  title: 'Text',
  description: 'A heading, a note or a list of links, written in Markdown.',
  icon: 'text',
  needs: null,
  answers: () => [],
  size: { w: 4, h: 4, minW: 2, minH: 2 },
  readOptions: readMarkdownOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'MarkdownPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'MarkdownEditor'),
  table: () => ({ columns: [], rows: [] }),
  summary: (_answers, { text }, title) => `${title}: ${plainText(text) || 'no text yet.'}`,
  example: {
    query: { dataset: 'jobs', measures: [] },
    answers: {},
    options: {
      text: [
        '# On call',
        '',
        'This week **Ada**, next week *Grace*. When `export-ledger` fails twice in a row, call.',
        '',
        '- [Runbook](https://example.com/runbook)',
        '- [Failed jobs](/jobs?status=FAILED)',
        '',
        '| Pipeline | Owner |',
        '| --- | --- |',
        '| load-orders | Ada |',
        '| score-leads | Grace |',
      ].join('\n'),
    },
  },
}

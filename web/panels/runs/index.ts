import { lazyPart } from '../../lib/lazy-part.ts'
import type { PanelKind } from '../panel.ts'
import { example } from './example.ts'
import { readRunsOptions, type RunsOptions } from './options.ts'
import { compareRuns, comparisonWords, runsTable } from './shape.ts'

/** Runs compared by the metrics that they report. */
export const runs: PanelKind<RunsOptions> = {
  kind: 'runs',
  title: 'Comparison of runs',
  description: 'Runs side by side by the metrics that they report, such as the Sharpe ratio of two sweeps.',
  icon: 'compare',
  needs: { measures: [1, 1], dimensions: [2, 4], time: 'NONE' },
  answers: () => ['TOTAL'],
  size: { w: 6, h: 6, minW: 3, minH: 4 },
  readOptions: readRunsOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'RunsPanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'RunsEditor'),
  table: ({ TOTAL }, options) => (TOTAL ? runsTable(compareRuns(TOTAL, options)) : { columns: [], rows: [] }),
  summary: ({ TOTAL }, options, title) => {
    const words = TOTAL ? comparisonWords(compareRuns(TOTAL, options)) : ''
    return `${title}: ${words === '' ? 'no metrics to compare.' : words}`
  },
  example,
}

import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
import type { PanelAnswers, PanelQuery } from '../panel.ts'
import { usualColumn, type TableOptions } from './options.ts'

const query: PanelQuery = {
  dataset: 'jobs',
  measures: ['count', 'failure_rate', 'duration_p50', 'cost'],
  dimensions: ['pipeline'],
  orderBy: [{ by: 'count', direction: 'DESC' }],
}

const answers: PanelAnswers = {
  ROWS: {
    ...exampleTable(
      [
        dimensionColumn('pipeline', 'Pipeline'),
        measureColumn('count', 'Jobs', 'COUNT'),
        measureColumn('failure_rate', 'Failure rate', 'RATIO'),
        measureColumn('duration_p50', 'Duration, median', 'MILLISECONDS'),
        measureColumn('cost', 'Cost', 'CURRENCY'),
      ],
      [
        ['load-orders', 12_430, 0.004, 72_340, 31.2],
        ['sync-customers', 8_112, 0.061, 12_900, 12.85],
        ['score-leads', 3_087, 0, 340, null],
        ['export-ledger', 960, 0.13, 1_843_000, 88.4],
        ['backtest-momentum', 412, 0.022, 5_400_000, 140.05],
        [null, 7, null, null, null],
      ],
    ),
    every: null,
  },
}

const options: TableOptions = {
  columns: [
    usualColumn('pipeline'),
    { ...usualColumn('count'), hasBar: true },
    {
      ...usualColumn('failure_rate'),
      decimals: 1,
      thresholds: [
        { value: 0, look: 'good', label: '' },
        { value: 0.05, look: 'warning', label: '' },
        { value: 0.1, look: 'bad', label: '' },
      ],
    },
  ],
  sort: [],
}

/** Pipelines of one day, with a bar and a threshold. */
export const example = { query, answers, options }

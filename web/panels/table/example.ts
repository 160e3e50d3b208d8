import type { PanelAnswers, PanelColumn, PanelQuery, Unit } from '../panel.ts'
import type { TableOptions } from './options.ts'
import { usualColumn } from './options.ts'

const query: PanelQuery = {
  dataset: 'jobs',
  measures: ['count', 'failure_rate', 'duration_p50', 'cost'],
  dimensions: ['pipeline'],
  orderBy: [{ by: 'count', direction: 'DESC' }],
}

const measure = (name: string, title: string, unit: Unit, type: PanelColumn['type'] = 'FLOAT'): PanelColumn => ({
  name,
  title,
  type,
  unit,
  role: 'MEASURE',
})

const answers: PanelAnswers = {
  ROWS: {
    from: '2026-11-19T23:00:00.000Z',
    to: '2026-11-20T23:00:00.000Z',
    comparedFrom: null,
    comparedTo: null,
    asOf: '2026-11-20T22:30:00.000Z',
    timezone: 'Europe/Berlin',
    truncated: false,
    every: null,
    columns: [
      { name: 'pipeline', title: 'Pipeline', type: 'STRING', unit: 'NONE', role: 'DIMENSION' },
      measure('count', 'Jobs', 'COUNT', 'INTEGER'),
      measure('failure_rate', 'Failure rate', 'RATIO'),
      measure('duration_p50', 'Duration, median', 'MILLISECONDS'),
      measure('cost', 'Cost', 'CURRENCY'),
    ],
    rows: [
      ['load-orders', 12_430, 0.004, 72_340, 31.2],
      ['sync-customers', 8_112, 0.061, 12_900, 12.85],
      ['score-leads', 3_087, 0, 340, null],
      ['export-ledger', 960, 0.13, 1_843_000, 88.4],
      ['backtest-momentum', 412, 0.022, 5_400_000, 140.05],
      [null, 7, null, null, null],
    ],
    complete: [false, false, false, false, false, false],
    totalCount: 6,
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
        { from: 0, tone: 'good' },
        { from: 0.05, tone: 'warning' },
        { from: 0.1, tone: 'bad' },
      ],
    },
  ],
  sort: [],
}

/** Pipelines of one day, with a bar and a threshold. */
export const example = { query, answers, options }

import type { Cell, PanelAnswers, PanelQuery } from '../panel.ts'
import type { RunsOptions } from './options.ts'

const query: PanelQuery = { dataset: 'job_metrics', measures: ['avg'], dimensions: ['label.sweep', 'name'] }

const rows: Cell[][] = [
  ['momentum-a', 'sharpe_ratio', 1.42],
  ['momentum-a', 'return', 0.183],
  ['momentum-a', 'drawdown', -0.121],
  ['momentum-a', 'trades', 412],
  ['momentum-b', 'sharpe_ratio', 1.77],
  ['momentum-b', 'return', 0.171],
  ['momentum-b', 'drawdown', -0.083],
  ['momentum-b', 'trades', 388],
  ['momentum-c', 'sharpe_ratio', 0.96],
  ['momentum-c', 'return', 0.205],
  ['momentum-c', 'drawdown', -0.237],
]

const answers: PanelAnswers = {
  TOTAL: {
    from: '2026-10-21T00:00:00.000Z',
    to: '2026-11-20T00:00:00.000Z',
    comparedFrom: null,
    comparedTo: null,
    asOf: '2026-11-20T00:00:00.000Z',
    timezone: 'Europe/Berlin',
    truncated: false,
    every: null,
    columns: [
      { name: 'label.sweep', title: 'sweep', type: 'STRING', unit: 'NONE', role: 'DIMENSION' },
      { name: 'name', title: 'Metric', type: 'STRING', unit: 'NONE', role: 'DIMENSION' },
      { name: 'avg', title: 'Average', type: 'FLOAT', unit: 'NONE', role: 'MEASURE' },
    ],
    rows,
    complete: rows.map(() => true),
    totalCount: rows.length,
  },
}

const options: RunsOptions = {
  baseline: null,
  shown: [],
  metrics: { trades: { better: 'neither', decimals: null } },
}

/** Three sweeps of a strategy by their results. */
export const example = { query, answers, options }

import { dimensionColumn, exampleTable, measureColumn } from '../example.ts'
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
    ...exampleTable(
      [
        dimensionColumn('label.sweep', 'sweep'),
        dimensionColumn('name', 'Metric'),
        measureColumn('avg', 'Average', 'NONE'),
      ],
      rows,
    ),
    every: null,
  },
}

const options: RunsOptions = {
  baseline: null,
  shown: [],
  metrics: { trades: { better: 'neither', decimals: null } },
}

/** Three sweeps of a strategy by their results. */
export const example = { query, answers, options }

import { lazyPart } from '../../lib/lazy-part.ts'
import { exampleTable, measureColumn } from '../example.ts'
import type { PanelKind } from '../panel.ts'
import { rowsTable } from '../tables.ts'
import { readGaugeOptions, type GaugeOptions } from './options.ts'
import { gaugeSummary, readGauge } from './reading.ts'

/** A value between two ends. */
export const gauge: PanelKind<GaugeOptions> = {
  kind: 'gauge',
  title: 'Gauge',
  description: 'One value on a scale, and whether that is good.',
  icon: 'gauge',
  needs: { measures: [1, 1], dimensions: [0, 0], time: 'NONE' },
  answers: () => ['TOTAL'],
  size: { w: 3, h: 5, minW: 2, minH: 3 },
  readOptions: readGaugeOptions,
  Panel: lazyPart(() => import('./panel.tsx'), 'GaugePanel'),
  Editor: lazyPart(() => import('./editor.tsx'), 'GaugeEditor'),
  table: ({ TOTAL }) => rowsTable(TOTAL),
  summary: ({ TOTAL }, options, title) =>
    TOTAL ? gaugeSummary(readGauge(TOTAL, options), title) : `${title}: no data yet.`,
  picture: async () => (await import('./picture.ts')).gaugePicture,
  example: {
    query: { dataset: 'jobs', measures: ['failure_rate'] },
    options: {
      min: 0,
      max: 0.2,
      thresholds: [
        { value: 0, look: 'good', label: 'As usual' },
        { value: 0.05, look: 'warning', label: 'Above usual' },
        { value: 0.1, look: 'bad', label: 'Too many fail' },
      ],
    },
    answers: { TOTAL: exampleTable([measureColumn('failure_rate', 'Failure rate', 'RATIO')], [[0.073]]) },
  },
}

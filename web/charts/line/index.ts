import type { ChartKind } from '../chart.ts'
import { exampleData, wave } from '../example-data.ts'
import { LineChart } from './chart.tsx'
import { lineShapes } from './picture.ts'

/** Lines: rates and durations over time. */
export const line: ChartKind = {
  kind: 'line',
  title: 'Lines',
  picture: lineShapes,
  Chart: LineChart,
  example: {
    options: { title: 'Duration' },
    data: exampleData([
      { id: 'p50', label: 'p50', unit: 'MILLISECONDS', values: [...wave(40_000).slice(1), null] },
      { id: 'p95', label: 'p95', unit: 'MILLISECONDS', values: wave(90_000, 2) },
    ]),
  },
}

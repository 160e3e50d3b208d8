import type { ChartKind } from '../chart.ts'
import { exampleData, wave } from '../example-data.ts'
import { BarChart } from './chart.tsx'
import { barShapes } from './picture.ts'

/** Stacked bars: counts over time by what they consist of. */
export const bar: ChartKind = {
  kind: 'bar',
  title: 'Bars',
  picture: barShapes,
  Chart: BarChart,
  example: {
    options: { title: 'Jobs by status', caption: 'jobs per hour' },
    data: exampleData([
      { id: 'FAILED', label: 'Failed', unit: 'COUNT', status: 'FAILED', values: wave(5, 3) },
      { id: 'SUCCEEDED', label: 'Succeeded', unit: 'COUNT', status: 'SUCCEEDED', values: wave(40) },
    ]),
  },
}

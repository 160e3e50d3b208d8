import type { ChartProps } from '../chart.ts'
import { TimeChart } from '../time-chart.tsx'
import { barAxis, barOption } from './option.ts'

/** Stacked bars over time. */
export function BarChart(props: ChartProps) {
  return <TimeChart {...props} option={barOption} axis={barAxis} stacked />
}

import type { ChartProps } from '../chart.ts'
import { TimeChart } from '../time-chart.tsx'
import { barFrame, barOption } from './option.ts'

/** Bars over time. */
export function BarChart(props: ChartProps) {
  return <TimeChart {...props} option={barOption} frame={barFrame} marks="bars" />
}

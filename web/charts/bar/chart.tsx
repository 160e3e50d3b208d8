import type { ChartProps } from '../chart.ts'
import { TimeChart } from '../time-chart.tsx'
import { barFrame, barShapes } from './picture.ts'

/** Bars over time. */
export function BarChart(props: ChartProps) {
  return <TimeChart {...props} picture={barShapes} frame={barFrame} marks="bars" />
}

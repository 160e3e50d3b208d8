import type { ChartProps } from '../chart.ts'
import { TimeChart } from '../time-chart.tsx'
import { lineFrame, lineShapes } from './picture.ts'

/** Lines over time. */
export function LineChart(props: ChartProps) {
  return <TimeChart {...props} picture={lineShapes} frame={lineFrame} marks="lines" />
}

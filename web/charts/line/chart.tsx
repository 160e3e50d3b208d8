import type { ChartProps } from '../chart.ts'
import { TimeChart } from '../time-chart.tsx'
import { lineFrame, lineOption } from './option.ts'

/** Lines over time. */
export function LineChart(props: ChartProps) {
  return <TimeChart {...props} option={lineOption} frame={lineFrame} marks="lines" />
}

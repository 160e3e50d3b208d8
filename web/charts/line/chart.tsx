import type { ChartProps } from '../chart.ts'
import { TimeChart } from '../time-chart.tsx'
import { lineAxis, lineOption } from './option.ts'

/** Lines over time. */
export function LineChart(props: ChartProps) {
  return <TimeChart {...props} option={lineOption} axis={lineAxis} stacked={false} />
}

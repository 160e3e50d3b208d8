import { bar } from './bar/index.ts'
import { line } from './line/index.ts'

/** Every kind of chart over time. A new kind is a folder and its line here. */
export const charts = [bar, line] as const

export { BarChart } from './bar/chart.tsx'
export { LineChart } from './line/chart.tsx'
export { Sparkline } from './sparkline/sparkline.tsx'
export { bucketName } from './time-axis.ts'
export { shortValue } from './value-format.ts'
export type { ChartData, ChartInteraction, ChartOptions, ChartOverlays, ChartSeries, Unit } from './chart.ts'
export type { SparklinePoint } from './sparkline/shape.ts'

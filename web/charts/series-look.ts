import type { ChartSeries } from './chart.ts'
import { seriesLook } from './palette.ts'
import type { ChartTheme } from './theme.ts'

/** What a series looks like: as its status, quiet when it is what is left over, else by its place among the colours. */
export function lookOf(
  series: Pick<ChartSeries, 'status' | 'place' | 'isOther'>,
  place: number,
  theme: ChartTheme,
): ReturnType<typeof seriesLook> {
  if (series.status) return { colour: theme.status[series.status], dash: 'solid' }
  if (series.isOther) return { colour: theme.muted, dash: 'solid' }
  return seriesLook(series.place ?? place, theme.name)
}

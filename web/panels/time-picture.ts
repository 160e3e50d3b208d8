import type { Canvas, ChartData, ChartOptions } from '../charts/chart.ts'
import type { Shape } from '../charts/picture/shape.ts'
import { fillOf, lookOf } from '../charts/series-look.ts'
import type { PanelPicture, PictureInput } from './panel.ts'
import { seriesData } from './series-data.ts'
import type { TimeOptions } from './time-options.ts'

type DrawChart = (data: ChartData, options: ChartOptions, canvas: Canvas) => Shape[]

/** The picture of a panel over time. Of several units it shows the first: a picture has one axis. */
export function timePicture(
  { title, answers, options, annotations, colourOf }: PictureInput<TimeOptions>,
  canvas: Canvas,
  draw: DrawChart,
  marks: 'lines' | 'areas' | 'bars',
): PanelPicture {
  const { stacking, thresholds } = options
  const none: ChartData = { series: [], every: 'DAY', to: new Date(0).toISOString(), timezone: 'UTC' }
  const data = (answers.SERIES ? seriesData(answers.SERIES, { thresholds, annotations, colourOf })[0] : null) ?? none
  return {
    shapes: draw(data, { title, stacking, filled: marks === 'areas' }, canvas),
    legend: data.series.map((series, place) => ({
      label: series.label,
      colour: marks === 'lines' ? lookOf(series, place, canvas.theme).colour : fillOf(series, place, canvas.theme),
    })),
  }
}

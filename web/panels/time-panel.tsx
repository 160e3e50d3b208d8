import './panels.css'
import { useMemo, type ComponentType } from 'react'
import type { ChartOptions, ChartProps } from '../charts/chart.ts'
import type { PanelProps } from './panel.ts'
import { pick, pickHint } from './pick.ts'
import { seriesData } from './series-data.ts'
import type { TimeOptions } from './time-options.ts'

interface TimePanelProps extends PanelProps<TimeOptions> {
  Chart: ComponentType<ChartProps>
  filled?: boolean
}

/** A panel over time: a chart for each unit of its answer, one below the other. */
export function TimePanel(props: TimePanelProps) {
  const { Chart, title, answers, options, annotations, colourOf, cursor, onCursor, onZoom, onZoomBy, filled } = props
  const { stacking, thresholds } = options
  const answer = answers.SERIES
  const charts = useMemo(
    () => (answer ? seriesData(answer, { thresholds, annotations, colourOf }) : []),
    [answer, thresholds, annotations, colourOf],
  )
  if (!answer) return null
  const keyOf = (id: string | null) => answer.series.find((series) => series.id === id && !series.isOther)?.key ?? []
  const titleOf = (id: string | undefined) => answer.series.find((series) => series.id === id)?.title
  return (
    <div className="panel-charts">
      {charts.map((data) => {
        const measure = titleOf(data.series[0]?.id)
        const chart: ChartOptions = {
          title,
          stacking,
          filled,
          framed: true,
          caption: charts.length > 1 ? measure : undefined,
        }
        return (
          <Chart
            key={data.series[0]?.unit ?? ''}
            data={data}
            options={chart}
            cursor={cursor}
            onCursor={onCursor}
            onZoom={onZoom}
            onZoomBy={onZoomBy}
            onOpen={(span, id, shift) => pick({ key: keyOf(id), span }, shift, props)}
            openHint={pickHint(
              props,
              answer.series.some(({ key }) => key.length > 0),
            )}
          />
        )
      })}
    </div>
  )
}

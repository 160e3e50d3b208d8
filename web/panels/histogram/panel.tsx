import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { distributionTable, histogramSummary, toDistribution } from './distribution.ts'
import type { HistogramOptions } from './options.ts'
import { histogramScene } from './scene.ts'

/** How the values of a measure are distributed. */
export function HistogramPanel(props: PanelProps<HistogramOptions>) {
  const { answers, options, title } = props
  const answer = answers.ROWS
  const distribution = useMemo(() => (answer ? toDistribution(answer, options.isLog) : null), [answer, options.isLog])
  const draw = useCallback(
    (canvas: Canvas) =>
      distribution ? histogramScene(distribution, options, canvas) : { shapes: [], items: [], columns: 1 },
    [distribution, options],
  )
  if (!answer || !distribution) return null
  return (
    <ScenePanel
      {...props}
      caption={distribution.caption}
      draw={draw}
      summary={histogramSummary(distribution, title)}
      empty={distribution.bins.length === 0 ? 'No values in this range' : null}
      twin={distributionTable(distribution)}
      timezone={answer.timezone}
      partOf={({ name }) => ({ key: [], besides: `${distribution.title} from ${name}` })}
      withoutKeys
    />
  )
}

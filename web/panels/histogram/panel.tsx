import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { SceneItem } from '../../charts/scene/scene.ts'
import type { PanelProps, PickedPart } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { distributionTable, histogramSummary, toDistribution, type Distribution } from './distribution.ts'
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
      empty={distribution.bins.length === 0 ? (distribution.problem ?? 'No values in this range') : null}
      twin={distributionTable(distribution)}
      timezone={answer.timezone}
      partOf={(item) => partOf(distribution, item)}
      withoutKeys={distribution.dimension === null}
    />
  )
}

/** A bin of the server can be kept alone; of one that was made here it can only be said. */
function partOf({ dimension, bins, title }: Distribution, { id, name }: SceneItem): PickedPart {
  const bin = bins[Number(id)]
  if (dimension === null || !bin) return { key: [], besides: `${title} from ${name}` }
  return { key: [{ dimension, value: String(bin.from) }] }
}

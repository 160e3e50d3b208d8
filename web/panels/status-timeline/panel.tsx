import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { rowsTable } from '../tables.ts'
import { toLanes, type Lanes } from './lanes.ts'
import type { StatusTimelineOptions } from './options.ts'
import { statusLegend, statusScene } from './scene.ts'
import { statusSummary } from './summary.ts'

const nothing: Lanes = { lanes: [], buckets: [], every: 'HOUR' }

/** How each pipeline went, bucket by bucket. */
export function StatusTimelinePanel(props: PanelProps<StatusTimelineOptions>) {
  const { answers, options, title } = props
  const answer = answers.ROWS
  const timezone = answer?.timezone ?? 'UTC'
  const lanes = useMemo(() => (answer ? toLanes(answer, options) : nothing), [answer, options])
  const draw = useCallback((canvas: Canvas) => statusScene(lanes, timezone, canvas), [lanes, timezone])
  const legend = useCallback((theme: Canvas['theme']) => statusLegend(lanes, { theme }), [lanes])
  if (!answer) return null
  return (
    <ScenePanel
      {...props}
      draw={draw}
      legend={legend}
      summary={statusSummary(lanes, title)}
      empty={lanes.lanes.length === 0 ? (lanes.problem ?? 'No values in this range') : null}
      twin={rowsTable(answer)}
      timezone={timezone}
      partOf={({ id, span }) => ({ key: lanes.lanes[Number(id.split(' ')[0])]?.key ?? [], span })}
    />
  )
}

import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { rowsTable } from '../tables.ts'
import { scatterSummary, toDots } from './dots.ts'
import type { ScatterOptions } from './options.ts'
import { scatterScene, sortedKeys } from './scene.ts'

/** Two measures against each other. */
export function ScatterPanel(props: PanelProps<ScatterOptions>) {
  const { answers, options, colourOf, title } = props
  const answer = answers.TOTAL
  const data = useMemo(() => (answer ? toDots(answer) : null), [answer])
  const keys = useMemo(() => (data ? sortedKeys(data) : []), [data])
  const draw = useCallback(
    (canvas: Canvas) =>
      data ? scatterScene(data, { ...options, colourOf }, canvas) : { shapes: [], items: [], columns: 1 },
    [data, options, colourOf],
  )
  if (!answer || !data) return null
  return (
    <ScenePanel
      {...props}
      draw={draw}
      summary={scatterSummary(data, title)}
      empty={data.dots.length === 0 ? 'No values in this range' : null}
      twin={rowsTable(answer)}
      timezone={answer.timezone}
      partOf={({ id }) => ({ key: keys[Number(id)] ?? [] })}
    />
  )
}

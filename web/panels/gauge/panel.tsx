import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { rowsTable } from '../tables.ts'
import type { GaugeOptions } from './options.ts'
import { gaugeSummary, readGauge } from './reading.ts'
import { gaugeScene } from './scene.ts'

/** A value between two ends. */
export function GaugePanel(props: PanelProps<GaugeOptions>) {
  const { answers, options, title } = props
  const answer = answers.TOTAL
  const reading = useMemo(() => (answer ? readGauge(answer, options) : null), [answer, options])
  const draw = useCallback(
    (canvas: Canvas) => (reading ? gaugeScene(reading, canvas) : { shapes: [], items: [], columns: 1 }),
    [reading],
  )
  if (!answer || !reading) return null
  return (
    <ScenePanel
      {...props}
      draw={draw}
      summary={gaugeSummary(reading, title)}
      empty={reading.value === null ? 'No value in this range' : null}
      twin={rowsTable(answer)}
      timezone={answer.timezone}
      partOf={() => ({ key: [] })}
      withoutKeys
    />
  )
}

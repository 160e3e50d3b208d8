import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { SceneItem } from '../../charts/scene/scene.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { toGrid, type Grid } from './grid.ts'
import { heatmapTable } from './table.ts'
import type { HeatmapOptions } from './options.ts'
import { heatmapScene } from './scene.ts'
import { heatmapSummary } from './summary.ts'

const nothing: Grid = { rows: [], columns: [], unit: 'COUNT' }

/** A grid of cells, coloured by their values. */
export function HeatmapPanel(props: PanelProps<HeatmapOptions>) {
  const { answers, options, title } = props
  const answer = answers.SERIES
  const grid = useMemo(() => (answer ? toGrid(answer, options) : nothing), [answer, options])
  const draw = useCallback((canvas: Canvas) => heatmapScene(grid, canvas), [grid])
  if (!answer) return null
  const isEmpty = grid.rows.every(({ values }) => values.every((value) => value === null))
  const partOf = ({ id, name, span }: SceneItem) => {
    const key = grid.rows[Number(id.split(' ')[0])]?.key ?? []
    return span ? { key, span } : { key, besides: name }
  }
  return (
    <ScenePanel
      {...props}
      caption={grid.caption}
      draw={draw}
      summary={heatmapSummary(grid, title)}
      empty={grid.problem ?? (isEmpty ? 'No values in this range' : null)}
      twin={heatmapTable(answer, options)}
      timezone={answer.timezone}
      partOf={partOf}
      withoutKeys={grid.rows.every(({ key }) => key.length === 0)}
    />
  )
}

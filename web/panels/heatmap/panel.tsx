import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { SceneItem } from '../../charts/scene/scene.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { seriesTable } from '../tables.ts'
import { toGrid, type Grid } from './grid.ts'
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
  const keyOf = ({ id }: SceneItem) => grid.rows[Number(id.split(' ')[0])]?.key ?? []
  return (
    <ScenePanel
      {...props}
      caption={grid.caption}
      draw={draw}
      summary={heatmapSummary(grid, title)}
      empty={grid.problem ?? (isEmpty ? 'No values in this range' : null)}
      twin={seriesTable(answer)}
      timezone={answer.timezone}
      partOf={(item) => ({ key: keyOf(item), span: item.span })}
      withoutKeys={grid.rows.every(({ key }) => key.length === 0)}
    />
  )
}

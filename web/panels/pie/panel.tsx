import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import { lookOf } from '../../charts/series-look.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { rowsTable } from '../tables.ts'
import type { PieOptions } from './options.ts'
import { pieScene } from './scene.ts'
import { toSlices } from './slices.ts'
import { pieSummary } from './summary.ts'

/** A whole and its parts. */
export function PiePanel(props: PanelProps<PieOptions>) {
  const { answers, options, colourOf, title } = props
  const answer = answers.TOTAL
  const { slices, unit } = useMemo(
    () => (answer ? toSlices(answer, options.most) : { slices: [], unit: 'COUNT' as const }),
    [answer, options.most],
  )
  const draw = useCallback(
    (canvas: Canvas, hidden: ReadonlySet<string>) => {
      const shown = slices.filter(({ id }) => !hidden.has(id))
      return pieScene(shown.length === 0 ? slices : shown, { unit, colourOf }, canvas)
    },
    [slices, unit, colourOf],
  )
  const legend = useCallback(
    (theme: Canvas['theme']) =>
      slices.map(({ id, label, status, isOther, colourKey }) => ({
        id,
        label,
        colour: lookOf({ status, isOther, place: colourOf(colourKey) }, 0, theme).colour,
      })),
    [slices, colourOf],
  )
  if (!answer) return null
  return (
    <ScenePanel
      {...props}
      draw={draw}
      legend={legend}
      summary={pieSummary(slices, unit, title)}
      empty={slices.length === 0 ? 'No values in this range' : null}
      twin={rowsTable(answer)}
      timezone={answer.timezone}
      partOf={({ id }) => ({ key: slices.find((slice) => slice.id === id)?.key ?? [] })}
    />
  )
}

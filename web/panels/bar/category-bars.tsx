import { useCallback, useMemo } from 'react'
import type { Canvas } from '../../charts/chart.ts'
import type { SceneItem } from '../../charts/scene/scene.ts'
import { fillOf } from '../../charts/series-look.ts'
import type { PanelProps } from '../panel.ts'
import { ScenePanel } from '../scene-panel.tsx'
import { rowsTable } from '../tables.ts'
import { toCategories, type Categories } from './categories.ts'
import type { BarOptions } from './options.ts'
import { barId, categoryScene } from './scene.ts'
import { categorySummary } from './summary.ts'

/** Bars from left to right, one row for each category. */
export function CategoryBars(props: PanelProps<BarOptions>) {
  const { answers, options, colourOf, title } = props
  const answer = answers.TOTAL
  const data = useMemo(() => (answer ? toCategories(answer) : null), [answer])
  const draw = useCallback(
    (canvas: Canvas, hidden: ReadonlySet<string>) =>
      categoryScene(withoutParts(data ?? nothing, hidden), { ...options, colourOf }, canvas),
    [data, options, colourOf],
  )
  const legend = useCallback(
    (theme: Canvas['theme']) =>
      (data?.parts ?? []).map(({ id, label, status, isOther, colourKey }) => ({
        id,
        label,
        colour: fillOf({ status, isOther, place: colourOf(colourKey) }, 0, theme),
      })),
    [data, colourOf],
  )
  if (!answer || !data) return null
  const keyOf = (item: SceneItem) =>
    data.categories.flatMap((category) =>
      data.parts.flatMap((part) => (barId(category, part) === item.id ? [...category.key, ...part.key] : [])),
    )
  return (
    <ScenePanel
      {...props}
      draw={draw}
      legend={legend}
      summary={categorySummary(data, title)}
      empty={data.categories.length === 0 ? 'No values in this range' : null}
      twin={rowsTable(answer)}
      timezone={answer.timezone}
      partOf={(item) => ({ key: keyOf(item) })}
    />
  )
}

const nothing: Categories = { categories: [], parts: [], unit: 'COUNT' }

/** The bars without the hidden parts. All hidden means none hidden: an empty picture says nothing. */
function withoutParts(data: Categories, hidden: ReadonlySet<string>): Categories {
  const isShown = (index: number): boolean => !hidden.has(data.parts[index]?.id ?? '')
  const parts = data.parts.filter((_, index) => isShown(index))
  if (parts.length === 0) return data
  return {
    ...data,
    parts,
    categories: data.categories.map((one) => ({ ...one, values: one.values.filter((_, index) => isShown(index)) })),
  }
}

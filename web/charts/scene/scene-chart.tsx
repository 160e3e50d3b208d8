import '../chart.css'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Canvas } from '../chart.ts'
import { Legend, type LegendEntry } from '../legend.tsx'
import { useChartTheme } from '../use-chart-theme.ts'
import { SceneDrawing } from './scene-drawing.tsx'
import type { Scene, SceneInteraction } from './scene.ts'

interface SceneChartProps extends SceneInteraction {
  title: string
  /** What the numbers are, or how they were made. */
  caption?: string
  /** The picture in words. */
  summary: string
  /** Draws without the parts that were taken out of the legend. It has to be the same function as long as the data are the same. */
  draw: (canvas: Canvas, hidden: ReadonlySet<string>) => Scene
  /** Why there is nothing to see; null when there is. */
  empty: string | null
  /** Entries with an id can be taken out of the picture. */
  legend?: (theme: Canvas['theme']) => readonly LegendEntry[]
  /** The same numbers as a table. */
  table: ReactNode
}

/**
 * A picture of items with all that belongs to one: legend, picture, tooltip, keys, and the same numbers as a table one key
 * away. The kinds of panels give it their scene.
 */
export function SceneChart(props: SceneChartProps) {
  const { title, caption, legend, table } = props
  const [asTable, setAsTable] = useState(false)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const figure = useRef<HTMLElement>(null)
  const theme = useChartTheme()
  const entries = useMemo(() => legend?.(theme) ?? [], [legend, theme])
  const switchTo = (toTable: boolean) => {
    flushSync(() => setAsTable(toTable))
    figure.current?.querySelector<HTMLElement>(toTable ? '.chart-table' : '.chart-plot')?.focus()
  }
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    setHidden(next)
  }
  const leaveTable = (event: KeyboardEvent) => {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey) return
    event.stopPropagation()
    switchTo(false)
  }
  return (
    <figure className="chart chart-framed" ref={figure}>
      <figcaption className="chart-header">
        <span className="visually-hidden">{title}</span>
        {caption ? <span className="chart-caption">{caption}</span> : null}
        <button type="button" className="chart-toggle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show chart' : 'Show table'}
          <span className="visually-hidden"> of {title}</span>
        </button>
      </figcaption>
      {entries.length > 1 ? <Legend entries={entries} hidden={hidden} onToggle={toggle} /> : null}
      {asTable ? (
        <div className="chart-table" role="region" aria-label={`${title}, table`} tabIndex={0} onKeyDown={leaveTable}>
          {table}
        </div>
      ) : (
        <SceneDrawing {...props} theme={theme} hidden={hidden} onTable={() => switchTo(true)} />
      )}
    </figure>
  )
}

import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Span } from '../../lib/range.ts'
import type { Canvas } from '../chart.ts'
import { bucketX } from '../geometry.ts'
import { pathOf } from '../picture/path.ts'
import { Picture } from '../picture/picture.tsx'
import { useSize } from '../use-size.ts'
import { readSceneKey } from './scene-keys.ts'
import { SceneTooltip } from './scene-tooltip.tsx'
import { describeItem, type Scene, type SceneInteraction } from './scene.ts'
import { useScenePointer } from './use-scene-pointer.ts'

interface SceneDrawingProps extends SceneInteraction {
  title: string
  summary: string
  draw: (canvas: Canvas, hidden: ReadonlySet<string>) => Scene
  empty: string | null
  theme: Canvas['theme']
  hidden: ReadonlySet<string>
  onTable: () => void
}

/** The picture of a scene, and the part of it that answers to the pointer and to the keyboard: to a screen reader a slider over the items. */
export function SceneDrawing(props: SceneDrawingProps) {
  const { title, summary, draw, empty, theme, hidden, cursor, onCursor, onOpen, onZoom, onZoomBy, openHint } = props
  const host = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(host)
  const [index, setIndex] = useState(-1)
  const [selection, setSelection] = useState<readonly [number, number] | null>(null)
  const hintId = useId()
  const scene = useMemo(() => draw({ width, height, theme }, hidden), [draw, width, height, theme, hidden])
  const { items, columns } = scene
  const item = items[index]
  const show = (next: number) => {
    setIndex(next)
    onCursor(items[next]?.span?.from ?? null)
  }
  const open = (at: number, shift: boolean) => {
    const picked = items[at]
    if (picked) onOpen(picked, shift)
  }
  const pointer = useScenePointer(scene, { index, onIndex: show, onOpen: open, onSelect: setSelection, onZoom })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const command = readSceneKey(event.key, event.shiftKey, index, { count: items.length, columns })
    if (!command) return
    event.preventDefault()
    // Single letters are the page's shortcuts; here they are the picture's.
    event.stopPropagation()
    if (command.do === 'table') props.onTable()
    else if (command.do === 'leave') show(-1)
    else if (command.do === 'move') show(command.to)
    else if (command.do === 'open') open(index, command.shift)
    else if (item?.span) onZoomBy?.(command.factor, (item.span.from + item.span.to) / 2)
  }
  return (
    <div className="chart-drawing" ref={host} data-empty={empty !== null || undefined}>
      <Picture shapes={scene.shapes} width={width} height={height} label={summary} />
      {empty === null ? null : <p className="chart-note">{empty}</p>}
      <TimeMarks scene={scene} cursor={cursor} selection={selection} />
      {item ? (
        <svg className="scene-mark" width={width} height={height} aria-hidden="true" focusable="false">
          <path d={pathOf(item.outline)} />
        </svg>
      ) : null}
      <div
        className="chart-plot scene-plot"
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-describedby={hintId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, items.length - 1)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={item ? describeItem(item) : (empty ?? `${items.length} parts`)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible') && index === -1 && items.length > 0) show(0)
        }}
        onBlur={() => show(-1)}
        {...pointer}
      />
      <p id={hintId} hidden>
        Arrow keys move over the parts{openHint ? `. ${openHint}` : ''}, T shows the table.
      </p>
      {item && !selection ? <SceneTooltip item={item} width={width} height={height} hint={openHint} /> : null}
    </div>
  )
}

interface TimeMarksProps {
  scene: Scene
  cursor: number | null
  selection: readonly [number, number] | null
}

/** The bucket under the cursor of all panels, and the range that is being drawn. */
function TimeMarks({ scene: { time }, cursor, selection }: TimeMarksProps) {
  if (!time) return null
  const { area, spans } = time
  const height = area.bottom - area.top
  const at = spans.findIndex((span: Span) => cursor !== null && span.from <= cursor && cursor < span.to)
  return (
    <>
      {at === -1 ? null : (
        <div className="chart-cursor" style={{ left: bucketX(at, area, spans.length).centre, top: area.top, height }} />
      )}
      {selection ? (
        <div
          className="chart-selection"
          style={{
            left: bucketX(selection[0], area, spans.length).left,
            width: bucketX(selection[1], area, spans.length).right - bucketX(selection[0], area, spans.length).left,
            top: area.top,
            height,
          }}
        />
      ) : null}
    </>
  )
}

import { spanWords } from '../lib/range-words.ts'
import { useId, useState, type KeyboardEvent } from 'react'
import { bucketX } from './geometry.ts'
import { readPlotKey, type PlotCommand } from './plot-keys.ts'
import { openBucket, selectedSpan, zoomTo, type PlotGeometry, type PlotProps, type Selection } from './plot-model.ts'
import { indexOfMoment } from './shape.ts'
import { usePlotPointer } from './use-plot-pointer.ts'

/**
 * The part of a chart that answers to the pointer and to the keyboard. To a screen reader it is a slider over the
 * buckets; its value is the bucket in words.
 */
export function Plot(props: PlotProps) {
  const { geometry, label, describe, cursor, onOpen, onZoom } = props
  const { buckets, area } = geometry
  const [selection, setSelection] = useState<Selection | null>(null)
  const { onSelecting } = props
  const select = (next: Selection | null) => {
    setSelection(next)
    onSelecting(next !== null)
  }
  const pointer = usePlotPointer(props, selection, select)
  const hintId = useId()
  const index = indexOfMoment(buckets, cursor)
  // Whoever comes by keyboard begins at what is newest, not at the end of a forecast.
  const newest = buckets.findLastIndex(({ ahead }) => !ahead)
  const place = index === -1 ? newest : index
  const shown = buckets[place]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const command = readPlotKey(event.key, event.shiftKey, index, buckets.length)
    if (!command) return
    event.preventDefault()
    // Single letters are the page's shortcuts; here they are the chart's.
    event.stopPropagation()
    runCommand(command, { props, index, selection, setSelection: select })
  }

  return (
    <>
      {selection ? <SelectionBand selection={selection} geometry={geometry} timezone={props.timezone} /> : null}
      <div
        className="chart-plot"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={hintId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, buckets.length - 1)}
        aria-valuenow={Math.max(0, place)}
        aria-valuetext={shown ? describe(shown) : 'No data'}
        style={{ top: 0, left: area.left, width: Math.max(0, area.right - area.left), height: area.bottom }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (!event.currentTarget.matches(':focus-visible')) return
          props.onActive(true)
          if (index === -1) props.onCursor(buckets[newest]?.from ?? null)
        }}
        onBlur={() => {
          select(null)
          props.onActive(false)
          props.onCursor(null)
        }}
        {...pointer}
      />
      <p id={hintId} hidden>
        Arrow keys move over the buckets{onOpen ? ', Enter opens' : ''}
        {onZoom ? ', Shift with arrow keys selects a range and Enter zooms into it, plus and minus zoom' : ''}, T shows
        the table.
      </p>
    </>
  )
}

function SelectionBand({
  selection,
  geometry,
  timezone,
}: {
  selection: Selection
  geometry: PlotGeometry
  timezone: string
}) {
  const { buckets, area } = geometry
  const span = selectedSpan(buckets, selection)
  const { left } = bucketX(Math.min(selection.anchor, selection.head), area, buckets.length)
  const { right } = bucketX(Math.max(selection.anchor, selection.head), area, buckets.length)
  return (
    <div
      className="chart-selection"
      style={{ left, width: right - left, top: area.top, height: area.bottom - area.top }}
    >
      {span ? <span className="chart-selection-words">{spanWords(span, timezone)}</span> : null}
    </div>
  )
}

interface CommandContext {
  props: PlotProps
  index: number
  selection: Selection | null
  setSelection: (selection: Selection | null) => void
}

function runCommand(command: PlotCommand, { props, index, selection, setSelection }: CommandContext) {
  const { buckets } = props.geometry
  const bucket = buckets[index] ?? buckets.at(-1)
  if (command.do === 'table') return props.onTable()
  if (command.do === 'leave') {
    setSelection(null)
    return props.onCursor(null)
  }
  if (!bucket) return
  if (command.do === 'zoom') return props.onZoomBy?.(command.factor, (bucket.from + bucket.to) / 2)
  if (command.do === 'move') {
    const from = index === -1 ? buckets.length - 1 : index
    setSelection(command.select && props.onZoom ? { anchor: selection?.anchor ?? from, head: command.to } : null)
    props.onActive(true)
    return props.onCursor(buckets[command.to]?.from ?? null)
  }
  if (!selection) return openBucket(props, bucket, null, command.shift)
  setSelection(null)
  zoomTo(props, selection)
}

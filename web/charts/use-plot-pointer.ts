import { useRef, type PointerEvent } from 'react'
import { bucketAtX } from './geometry.ts'
import { openBucket, seriesAt, zoomTo, type PlotProps, type Selection } from './plot-model.ts'
import { indexOfMoment } from './shape.ts'

/** A press that moves less than this is a click. */
const clickPx = 5

interface Press {
  x: number
  index: number
  /** The finger was lifted from this bucket before: the second touch opens what the first one showed. */
  again: boolean
}

/** Handlers of the pointer over a plot: moving shows a bucket, dragging selects a range, clicking opens what was hit. */
export function usePlotPointer(
  props: PlotProps,
  selection: Selection | null,
  setSelection: (selection: Selection | null) => void,
) {
  const press = useRef<Press | null>(null)
  const { buckets, area } = props.geometry

  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left + area.left
    return { x, y: event.clientY - box.top, index: bucketAtX(x, area, buckets.length) }
  }
  const show = (index: number) => {
    props.onActive(true)
    props.onCursor(buckets[index]?.from ?? null)
  }
  const open = (event: PointerEvent<HTMLElement>) => {
    const { index, ...at } = place(event)
    const bucket = buckets[index]
    if (bucket) openBucket(props, bucket, seriesAt(props.geometry, index, at), event.shiftKey)
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !event.isPrimary) return
      const { x, index } = place(event)
      const again = event.pointerType === 'mouse' || indexOfMoment(buckets, props.cursor) === index
      press.current = { x, index, again }
      event.currentTarget.setPointerCapture(event.pointerId)
      show(index)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { x, index } = place(event)
      show(index)
      const start = press.current
      if (!start || !props.onZoom) return
      if (selection || Math.abs(x - start.x) > clickPx) setSelection({ anchor: start.index, head: index })
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const start = press.current
      press.current = null
      if (!start) return
      if (selection) zoomTo(props, selection)
      else if (start.again) open(event)
      setSelection(null)
    },
    onPointerCancel() {
      press.current = null
      setSelection(null)
    },
    onPointerLeave(event: PointerEvent<HTMLElement>) {
      if (event.pointerType !== 'mouse' || press.current) return
      props.onActive(false)
      props.onCursor(null)
    },
  }
}

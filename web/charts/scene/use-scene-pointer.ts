import { useRef, type PointerEvent } from 'react'
import type { Span } from '../../lib/range.ts'
import { bucketAtX } from '../geometry.ts'
import { outlineAt } from '../picture/outline.ts'
import type { Scene } from './scene.ts'

/** A press that moves less than this is a click. */
const clickPx = 5

/** What the pointer does over a scene. */
export interface ScenePointer {
  index: number
  onIndex: (index: number) => void
  onOpen: (index: number, shift: boolean) => void
  /** The first and last bucket of a range that is being drawn; absent where no range can be drawn. */
  onSelect?: (selection: readonly [number, number] | null) => void
  onZoom?: (span: Span) => void
}

/** Handlers of the pointer over a scene: moving shows an item, dragging along the time selects a range, clicking opens what was hit. */
export function useScenePointer(scene: Scene, pointer: ScenePointer) {
  const press = useRef<{ x: number; again: boolean; bucket: number; dragged: boolean } | null>(null)
  const { time, items } = scene

  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const index = outlineAt(
      items.map(({ outline }) => outline),
      { x, y },
    )
    return { x, index, bucket: time ? bucketAtX(x, time.area, time.spans.length) : -1 }
  }
  const range = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b)]

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !event.isPrimary) return
      const { x, index, bucket } = place(event)
      press.current = { x, bucket, again: event.pointerType === 'mouse' || index === pointer.index, dragged: false }
      event.currentTarget.setPointerCapture(event.pointerId)
      pointer.onIndex(index)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { x, index, bucket } = place(event)
      pointer.onIndex(index)
      const start = press.current
      if (!start || !time || !pointer.onZoom) return
      if (start.dragged || Math.abs(x - start.x) > clickPx) {
        start.dragged = true
        pointer.onSelect?.(range(start.bucket, bucket))
      }
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const start = press.current
      press.current = null
      pointer.onSelect?.(null)
      if (!start) return
      const { index, bucket } = place(event)
      if (start.dragged && time) {
        const [first, last] = range(start.bucket, bucket).map((at) => time.spans[at])
        if (first && last) pointer.onZoom?.({ from: first.from, to: last.to })
      } else if (start.again && index !== -1) pointer.onOpen(index, event.shiftKey)
    },
    onPointerCancel() {
      press.current = null
      pointer.onSelect?.(null)
    },
    onPointerLeave(event: PointerEvent<HTMLElement>) {
      if (event.pointerType === 'mouse' && !press.current) pointer.onIndex(-1)
    },
  }
}

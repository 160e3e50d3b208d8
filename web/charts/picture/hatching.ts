import type { Outline } from './outline.ts'
import type { Shape } from './shape.ts'

const pitchPx = 6

/** Slanting lines over a box: more can come. */
export function hatching(box: Extract<Outline, { kind: 'box' }>, stroke: string): Shape[] {
  const { left, top, width, height } = box
  const count = Math.ceil((width + height) / pitchPx)
  return Array.from({ length: count }, (_, i): Shape => {
    // Each begins on the left side or the lower one, and ends on the upper side or the right one.
    const distance = Math.min((i + 0.5) * pitchPx, width + height)
    const [down, across] = [Math.min(distance, height), Math.min(distance, width)]
    return {
      kind: 'line',
      points: [
        [left + distance - down, top + down],
        [left + across, top + distance - across],
      ],
      stroke,
      lineWidth: 1.5,
    }
  })
}

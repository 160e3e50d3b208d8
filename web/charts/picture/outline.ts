/** The shape of something that can be picked, in CSS pixels. Angles are in radians, clockwise from the right. */
export type Outline =
  | { kind: 'box'; left: number; top: number; width: number; height: number }
  | { kind: 'ring'; x: number; y: number; inner: number; outer: number; from: number; to: number }
  | { kind: 'dot'; x: number; y: number; radius: number }

/** A place in a picture, in CSS pixels from its top left corner. */
export type Place = readonly [x: number, y: number]

/** How far from a dot one may point to mean it. */
const nearPx = 10

const turn = 2 * Math.PI

/**
 * Which of the shapes is at a place: the uppermost that has it within, or else the nearest dot; -1 where there is none.
 */
export function outlineAt(outlines: readonly Outline[], place: { x: number; y: number }): number {
  let nearest = { index: -1, distance: nearPx }
  let within = -1
  for (const [index, outline] of outlines.entries()) {
    if (outline.kind === 'dot') {
      const distance = Math.hypot(place.x - outline.x, place.y - outline.y) - outline.radius
      if (distance < nearest.distance) nearest = { index, distance }
    } else if (isWithin(outline, place)) within = index
  }
  return nearest.index === -1 ? within : nearest.index
}

function isWithin(outline: Exclude<Outline, { kind: 'dot' }>, { x, y }: { x: number; y: number }): boolean {
  if (outline.kind === 'box') {
    const { left, top, width, height } = outline
    return x >= left && x < left + width && y >= top && y < top + height
  }
  const distance = Math.hypot(x - outline.x, y - outline.y)
  const angle = Math.atan2(y - outline.y, x - outline.x)
  const behind = (((angle - outline.from) % turn) + turn) % turn
  return distance >= outline.inner && distance <= outline.outer && behind <= outline.to - outline.from
}

/** The box around a shape, for what stands beside it. */
export function boxOf(outline: Outline): { left: number; top: number; width: number; height: number } {
  if (outline.kind === 'box') return outline
  if (outline.kind === 'dot') {
    const { x, y, radius } = outline
    return { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }
  }
  // Of a ring the middle is enough: what stands beside it should hide the others no more than itself.
  const middle = (outline.from + outline.to) / 2
  const radius = (outline.inner + outline.outer) / 2
  return {
    left: outline.x + radius * Math.cos(middle),
    top: outline.y + radius * Math.sin(middle),
    width: 0,
    height: 0,
  }
}

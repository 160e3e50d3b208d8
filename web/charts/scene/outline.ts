/** The shape of something that can be picked, in CSS pixels. Angles are in radians, clockwise from the right. */
export type Outline =
  | { kind: 'box'; left: number; top: number; width: number; height: number }
  | { kind: 'ring'; x: number; y: number; inner: number; outer: number; from: number; to: number }
  | { kind: 'dot'; x: number; y: number; radius: number }

/** A place in a picture, in CSS pixels. */
export type Place = { x: number; y: number }

/** How far from a dot one may point to mean it. */
const nearPx = 10

const turn = 2 * Math.PI

/**
 * Which of the shapes is at a place: the uppermost that has it within, or else the nearest dot; -1 where there is none.
 */
export function outlineAt(outlines: readonly Outline[], place: Place): number {
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

function isWithin(outline: Exclude<Outline, { kind: 'dot' }>, { x, y }: Place): boolean {
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

/** The shape as the path of an SVG. */
export function outlinePath(outline: Outline): string {
  if (outline.kind === 'box') {
    const { left, top, width, height } = outline
    return `M${left} ${top}h${width}v${height}h${-width}Z`
  }
  if (outline.kind === 'dot') {
    const { x, y, radius: r } = outline
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
  }
  return ringPath(outline)
}

function ringPath({ x, y, inner, outer, from, to: end }: Extract<Outline, { kind: 'ring' }>): string {
  // An arc that ends where it begins would be nothing.
  const to = Math.min(end, from + turn - 1e-4)
  const at = (radius: number, angle: number) => `${x + radius * Math.cos(angle)} ${y + radius * Math.sin(angle)}`
  const large = to - from > Math.PI ? 1 : 0
  return `M${at(outer, from)}A${outer} ${outer} 0 ${large} 1 ${at(outer, to)}L${at(inner, to)}A${inner} ${inner} 0 ${large} 0 ${at(inner, from)}Z`
}

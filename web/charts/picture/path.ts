import type { Outline } from './outline.ts'
import type { Path } from './shape.ts'

type Ring = Extract<Outline, { kind: 'ring' }>

/** To a hundredth of a pixel: finer cannot be seen, and makes the text of a picture twice as long. */
export const rounded = (length: number): number => Math.round(length * 100) / 100

const at = (x: number, y: number): string => `${rounded(x)} ${rounded(y)}`

/** A shape as the path of an SVG, which a canvas reads too. */
export function pathOf(shape: Outline | Path): string {
  if ('points' in shape) {
    const path = `M${shape.points.map(([x, y]) => at(x, y)).join('L')}`
    return shape.kind === 'area' ? `${path}Z` : path
  }
  if (shape.kind === 'box') {
    const [width, height] = [rounded(shape.width), rounded(shape.height)]
    return `M${at(shape.left, shape.top)}h${width}v${height}h${-width}Z`
  }
  if (shape.kind === 'ring') return ringPath(shape)
  const radius = rounded(shape.radius)
  return `M${at(shape.x - radius, shape.y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
}

/** Each arc in two halves: one arc that ends where it begins would be nothing. */
function ringPath({ x, y, inner, outer, from, to }: Ring): string {
  const place = (radius: number, angle: number) => at(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
  const middle = (from + to) / 2
  const arc = (radius: number, sweep: 0 | 1, angles: readonly number[]) =>
    angles.map((angle) => `A${rounded(radius)} ${rounded(radius)} 0 0 ${sweep} ${place(radius, angle)}`).join('')
  return `M${place(outer, from)}${arc(outer, 1, [middle, to])}L${place(inner, to)}${arc(inner, 0, [middle, from])}Z`
}

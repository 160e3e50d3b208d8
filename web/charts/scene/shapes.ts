import type { EChartsOption } from 'echarts'
import { axisFontPx } from '../geometry.ts'
import type { ChartTheme } from '../theme.ts'
import type { Outline } from './outline.ts'

/** A shape of a picture. */
export type Shape = Extract<EChartsOption['graphic'], readonly unknown[]>[number]

/** How a shape is painted. */
export type Paint = { fill?: string; stroke?: string; lineWidth?: number; lineDash?: number[]; opacity?: number }

/** A shape that fills an outline. */
export function outlineShape(outline: Outline, paint: Paint): Shape {
  const style = { ...paint }
  if (outline.kind === 'box') {
    const { left: x, top: y, width, height } = outline
    return { type: 'rect', silent: true, shape: { x, y, width, height }, style }
  }
  if (outline.kind === 'dot') {
    return { type: 'circle', silent: true, shape: { cx: outline.x, cy: outline.y, r: outline.radius }, style }
  }
  const { x: cx, y: cy, inner: r0, outer: r, from: startAngle, to: endAngle } = outline
  return { type: 'sector', silent: true, shape: { cx, cy, r0, r, startAngle, endAngle, clockwise: true }, style }
}

/** A line from place to place. */
export const lineShape = (points: [x: number, y: number][], paint: Paint): Shape => ({
  type: 'polyline',
  silent: true,
  shape: { points },
  style: { fill: 'none', ...paint },
})

/** Slanting lines over a box: more can come. */
export function hatchShapes(box: Extract<Outline, { kind: 'box' }>, stroke: string): Shape[] {
  const { left, top, width, height } = box
  const count = Math.ceil((width + height) / hatchPx)
  return Array.from({ length: count }, (_, i) => {
    const distance = (i + 0.5) * hatchPx
    const [x1, y1] = distance <= height ? [left, top + distance] : [left + distance - height, top + height]
    const [x2, y2] = distance <= width ? [left + distance, top] : [left + width, top + distance - width]
    return lineShape(
      [
        [x1, y1],
        [x2, y2],
      ],
      { stroke, lineWidth: 1.5 },
    )
  })
}

const hatchPx = 6

type Label = {
  x: number
  y: number
  text: string
  align?: 'left' | 'center' | 'right'
  baseline?: 'top' | 'middle' | 'bottom'
  size?: number
  bold?: boolean
  color: string
  /** A ground around the letters keeps them apart from what is below. */
  ground?: string
}

/** Letters. The text is shown as it is: it is never read as markup. */
export function labelShape(label: Label, theme: ChartTheme): Shape {
  const { x, y, text, align = 'left', baseline = 'middle', size = axisFontPx, bold = false, color, ground } = label
  return {
    type: 'text',
    silent: true,
    style: {
      x,
      y,
      text,
      align,
      verticalAlign: baseline,
      fill: color,
      fontSize: size,
      fontWeight: bold ? 600 : 400,
      fontFamily: theme.fontFamily,
      ...(ground === undefined ? {} : { stroke: ground, lineWidth: 3 }),
    },
  }
}

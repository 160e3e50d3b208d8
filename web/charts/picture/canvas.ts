import { fontFamily } from '../theme.ts'
import { pathOf } from './path.ts'
import type { Shape, Text } from './shape.ts'
import { baselineOf, haloPx, sizeOf, weightOf } from './text.ts'

/** Draws a picture as pixels, such as for a PNG. */
export function paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    context.save()
    paintShape(context, shape)
    context.restore()
  }
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  context.lineJoin = 'round'
  if (shape.kind === 'text') return paintText(context, shape)
  if (shape.kind === 'group') {
    context.translate(shape.left, shape.top)
    return paintShapes(context, shape.shapes)
  }
  const { fill, stroke, lineWidth = 1, lineDash = [], opacity = 1 } = shape
  const path = new Path2D(pathOf(shape))
  context.globalAlpha = opacity
  if (fill !== undefined) {
    context.fillStyle = fill
    context.fill(path)
  }
  if (stroke !== undefined && lineWidth > 0) {
    context.strokeStyle = stroke
    context.lineWidth = lineWidth
    context.setLineDash([...lineDash])
    context.stroke(path)
  }
}

function paintText(context: CanvasRenderingContext2D, text: Text): void {
  const [x, y] = [text.x, baselineOf(text)]
  context.font = `${weightOf(text)} ${sizeOf(text)}px ${fontFamily}`
  context.textAlign = text.align ?? 'left'
  if (text.halo !== undefined) {
    context.strokeStyle = text.halo
    context.lineWidth = haloPx
    context.strokeText(text.text, x, y)
  }
  context.fillStyle = text.fill
  context.fillText(text.text, x, y)
}

import { fontFamily } from '../theme.ts'
import { pathOf, rounded } from './path.ts'
import type { Shape, Text } from './shape.ts'
import { baselineOf, haloPx, sizeOf, weightOf } from './text.ts'

const anchors = { left: 'start', center: 'middle', right: 'end' } as const

/** A picture as the text of an SVG, drawn without a DOM. `label` is the picture in words, for those who do not see it. */
export function writeSvg(shapes: readonly Shape[], size: { width: number; height: number }, label: string): string {
  const { width, height } = size
  const frame = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    ...{ width, height, viewBox: `0 0 ${width} ${height}` },
    ...{ role: 'img', 'aria-label': label, 'font-family': fontFamily, fill: 'none' },
  })
  return `<svg${frame}>${shapes.map(element).join('')}</svg>`
}

function element(shape: Shape): string {
  if (shape.kind === 'text') return textElement(shape)
  if (shape.kind === 'group') {
    const transform = `translate(${rounded(shape.left)} ${rounded(shape.top)})`
    return `<g${attributes({ transform })}>${shape.shapes.map(element).join('')}</g>`
  }
  const { fill, stroke, lineWidth, lineDash, opacity } = shape
  const look = { fill, stroke, 'stroke-width': lineWidth, 'stroke-dasharray': lineDash?.join(' '), opacity }
  return `<path${attributes({ d: pathOf(shape), ...look, 'stroke-linejoin': stroke && 'round' })}/>`
}

function textElement(text: Text): string {
  const place = { x: rounded(text.x), y: rounded(baselineOf(text)), 'text-anchor': anchors[text.align ?? 'left'] }
  const letters = { 'font-size': rounded(sizeOf(text)), 'font-weight': text.bold ? weightOf(text) : undefined }
  const ground = { stroke: text.halo, 'stroke-width': haloPx, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
  const look = { fill: text.fill, ...(text.halo === undefined ? {} : ground) }
  return `<text${attributes({ ...place, ...letters, ...look })}>${escaped(text.text)}</text>`
}

const attributes = (values: Record<string, string | number | undefined>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('')

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Neither markup nor the end of an attribute, nor what an XML document may not contain. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (one) => references[one] ?? '')

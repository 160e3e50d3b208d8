import type { Canvas } from '../../charts/chart.ts'
import type { Outline } from '../../charts/picture/outline.ts'
import { fitText } from '../../charts/fit-text.ts'
import type { Scene, SceneItem } from '../../charts/scene/scene.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import type { ChartTheme } from '../../charts/theme.ts'
import { exactValue, shortValue } from '../../charts/value-format.ts'
import { lookWords, shareOf, type Reading } from './reading.ts'

/** The arc is open below, where the ends are written. In radians, clockwise from the right. */
const arc = { from: (5 / 6) * Math.PI, to: (13 / 6) * Math.PI }
const angleAt = (share: number): number => arc.from + share * (arc.to - arc.from)

type Ring = Extract<Outline, { kind: 'ring' }>

/** A value as an arc from the minimum on, with the thresholds as a thin arc around it. */
export function gaugeScene(reading: Reading, canvas: Canvas): Scene {
  const { width, height, theme } = canvas
  const outer = Math.max(16, Math.min(width / 2 - 8, (height - 12) / 1.62))
  const whole: Ring = { kind: 'ring', x: width / 2, y: 6 + outer, inner: outer * 0.76, outer: outer - 7, ...arc }
  const share = shareOf(reading, reading.value)
  const fill = reading.reached ? theme[reading.reached.look] : theme.accent
  return {
    columns: 1,
    items: [itemOf(reading, whole)],
    shapes: [
      { ...whole, fill: theme.line },
      ...(share === null || share === 0 ? [] : [{ ...whole, to: angleAt(share), fill }]),
      ...thresholdArcs(reading, { ...whole, inner: outer - 4, outer }, theme),
      ...valueLabels(reading, { ...whole, outer }, fill, theme),
      endLabel(shortValue(reading.min, reading.unit), { ...whole, outer }, arc.from, theme),
      endLabel(shortValue(reading.max, reading.unit), { ...whole, outer }, arc.to, theme),
    ],
  }
}

function thresholdArcs(reading: Reading, ring: Ring, theme: ChartTheme): Shape[] {
  return reading.thresholds.flatMap(({ value, look }, index) => {
    const from = shareOf(reading, value) ?? 0
    const to = shareOf(reading, reading.thresholds[index + 1]?.value ?? reading.max) ?? 1
    return to > from ? [{ ...ring, from: angleAt(from), to: angleAt(to), fill: theme[look] }] : []
  })
}

/** The value, and below it what it means: colour is not the only sign. */
function valueLabels(
  { value, unit, reached }: Reading,
  { x, y, outer }: Ring,
  fill: string,
  theme: ChartTheme,
): Shape[] {
  const text = value === null ? '–' : shortValue(value, unit)
  const size = Math.max(16, Math.min(44, outer * 0.34))
  const number: Shape = {
    kind: 'text',
    x,
    y: y - outer * 0.06,
    text,
    align: 'center',
    size,
    bold: true,
    fill: theme.text,
  }
  if (!reached) return [number]
  const words = reached.label === '' ? lookWords[reached.look] : reached.label
  return [number, { kind: 'text', x, y: y + outer * 0.26, text: fitText(words, outer * 1.3), align: 'center', fill }]
}

function endLabel(text: string, { x, y, inner, outer }: Ring, angle: number, theme: ChartTheme): Shape {
  const middle = (inner + outer) / 2
  const place = { x: x + middle * Math.cos(angle), y: y + outer * Math.sin(angle) + 8 }
  return { kind: 'text', ...place, text, align: 'center', fill: theme.muted }
}

function itemOf({ title, value, unit, thresholds, complete }: Reading, outline: Outline): SceneItem {
  const limits = thresholds.map(({ label, look, value: from }) => ({
    label: label === '' ? lookWords[look] : label,
    text: `from ${exactValue(from, unit)}`,
  }))
  return {
    id: 'value',
    name: title,
    values: [{ label: 'Value', text: exactValue(value, unit) }, ...limits],
    note: complete ? undefined : 'Incomplete: more can come',
    outline,
  }
}

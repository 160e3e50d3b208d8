import type { Unit } from './chart.ts'
import { textWidth, yOfValue, type PlotArea } from './geometry.ts'
import type { ChartTheme } from './theme.ts'
import { axisTicks, type ValueAxis } from './value-axis.ts'
import { shortValue } from './value-format.ts'
import type { Shape } from './picture/shape.ts'

/** The horizontal place of a value, kept within the area. */
export function xOfValue(value: number, area: PlotArea, axis: ValueAxis): number {
  const share = Math.min(1, Math.max(0, (value - axis.bottom) / (axis.top - axis.bottom)))
  return area.left + share * (area.right - area.left)
}

/** How wide the labels of a vertical axis are. */
export const axisWidth = (axis: ValueAxis, unit: Unit): number =>
  Math.max(...axisTicks(axis).map((tick) => textWidth(shortValue(tick, unit))))

/** Horizontal lines at the values of a vertical axis, labelled on the left. */
export function linesAcross(axis: ValueAxis, unit: Unit, area: PlotArea, theme: ChartTheme): Shape[] {
  return axisTicks(axis).flatMap((tick) => {
    const y = Math.round(yOfValue(tick, area, axis)) + 0.5
    const places: [number, number][] = [
      [area.left, y],
      [area.right, y],
    ]
    const text = shortValue(tick, unit)
    return [
      { kind: 'line', points: places, stroke: theme.line, lineWidth: 1 },
      { kind: 'text', x: area.left - 6, y, text, align: 'right', fill: theme.muted },
    ]
  })
}

/** Vertical lines at the values of a horizontal axis, labelled below; where the labels would touch, every other one. */
export function linesUp(axis: ValueAxis, unit: Unit, area: PlotArea, theme: ChartTheme): Shape[] {
  const ticks = axisTicks(axis)
  const room = (area.right - area.left) / Math.max(1, ticks.length - 1)
  const every = Math.max(1, Math.ceil((axisWidth(axis, unit) + 8) / room))
  return ticks.flatMap((tick, index): Shape[] => {
    const x = Math.round(xOfValue(tick, area, axis)) + 0.5
    const line: Shape = {
      kind: 'line',
      points: [
        [x, area.top],
        [x, area.bottom],
      ],
      stroke: theme.line,
      lineWidth: 1,
    }
    if (index % every !== 0) return [line]
    const align = index === ticks.length - 1 ? 'right' : 'center'
    const label: Shape = {
      kind: 'text',
      x,
      y: area.bottom + 5,
      text: shortValue(tick, unit),
      align,
      baseline: 'top',
      fill: theme.muted,
    }
    return [line, label]
  })
}

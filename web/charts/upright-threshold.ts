import type { Threshold } from './chart.ts'
import type { PlotArea } from './geometry.ts'
import type { Shape } from './picture/shape.ts'
import type { ChartTheme } from './theme.ts'

interface UprightThreshold {
  threshold: Threshold
  x: number
  area: PlotArea
  theme: ChartTheme
  /** Where its label stands: how far from the line, and on which height. */
  label: { gap: number; y: number }
}

/** A threshold of values that go from left to right: an upright line, its label on the side with more room. */
export function uprightThreshold({ threshold, x, area, theme, label }: UprightThreshold): Shape[] {
  const onLeft = x > (area.left + area.right) / 2
  const colour = theme[threshold.look]
  return [
    {
      kind: 'line',
      points: [
        [x, area.top],
        [x, area.bottom],
      ],
      stroke: colour,
      lineWidth: 1,
      lineDash: [6, 3],
    },
    {
      kind: 'text',
      x: onLeft ? x - label.gap : x + label.gap,
      y: label.y,
      text: threshold.label,
      align: onLeft ? 'right' : 'left',
      fill: colour,
      halo: theme.background,
    },
  ]
}

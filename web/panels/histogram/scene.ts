import type { Canvas, Threshold } from '../../charts/chart.ts'
import { textWidth, yOfValue, type PlotArea } from '../../charts/geometry.ts'
import type { Outline } from '../../charts/picture/outline.ts'
import type { Scene } from '../../charts/scene/scene.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import { uprightThreshold } from '../../charts/upright-threshold.ts'
import { axisWidth, linesAcross } from '../../charts/value-lines.ts'
import type { ChartTheme } from '../../charts/theme.ts'
import { valueAxis } from '../../charts/value-axis.ts'
import { exactValue, shortValue } from '../../charts/value-format.ts'
import { formatPercent } from '../../lib/format.ts'
import type { Bin } from './bins.ts'
import type { Distribution } from './distribution.ts'
import type { HistogramOptions } from './options.ts'

/** Bars that touch: of each bin how many values there are. Thresholds are verticals. */
export function histogramScene(
  distribution: Distribution,
  { thresholds, isLog }: HistogramOptions,
  canvas: Canvas,
): Scene {
  const { width, height, theme } = canvas
  const { bins, unit, counted, total } = distribution
  const axis = valueAxis(Math.max(0, ...bins.map((bin) => bin.count)), counted.unit)
  const area: PlotArea = { left: axisWidth(axis, counted.unit) + 8, right: width - 4, top: 8, bottom: height - 22 }
  const barPx = (area.right - area.left) / Math.max(1, bins.length)
  const outlines = bins.map((bin, index): Outline => {
    const top = yOfValue(bin.count, area, axis)
    const gap = barPx > 4 ? 1 : 0
    return { kind: 'box', left: area.left + index * barPx, top, width: barPx - gap, height: area.bottom - top }
  })
  const say = (value: number): string => exactValue(value, unit)
  const ground = { bins, area, theme, isLog }
  return {
    columns: 1,
    items: bins.map((bin, index) => ({
      id: String(index),
      name: `${say(bin.from)} to ${say(bin.to)}`,
      values: [
        { label: counted.title, text: exactValue(bin.count, counted.unit) },
        ...(total === 0 ? [] : [{ label: 'Share', text: formatPercent(bin.count / total) }]),
      ],
      // The whole column answers to the pointer: bins of few values are low.
      outline: {
        kind: 'box',
        left: area.left + index * barPx,
        top: area.top,
        width: barPx,
        height: area.bottom - area.top,
      },
    })),
    shapes: [
      ...linesAcross(axis, counted.unit, area, theme),
      ...outlines.map((outline) => ({ ...outline, fill: theme.series[0] ?? theme.accent })),
      ...edgeLabels(distribution, ground),
      ...thresholds.flatMap((threshold) => thresholdShapes(threshold, ground)),
    ],
  }
}

type Ground = { bins: readonly Bin[]; area: PlotArea; theme: ChartTheme; isLog: boolean }

/** The edges of bins, as many as there is room for. */
function edgeLabels({ unit }: Distribution, { bins, area, theme }: Ground): Shape[] {
  const [first] = bins
  if (!first) return []
  const edges = [first.from, ...bins.map(({ to }) => to)]
  const texts = edges.map((edge) => shortValue(edge, unit))
  const barPx = (area.right - area.left) / bins.length
  const every = Math.max(1, Math.ceil((Math.max(...texts.map(textWidth)) + 14) / barPx), Math.ceil(edges.length / 8))
  let free = Number.NEGATIVE_INFINITY
  return texts.flatMap((text, index) => {
    if (index % every !== 0) return []
    const x = area.left + index * barPx
    const width = textWidth(text)
    // That of the last edge stands to its left, where another may be.
    const align = x + width / 2 > area.right ? 'right' : 'center'
    const left = align === 'right' ? x - width : x - width / 2
    if (left < free) return []
    free = left + width + 8
    return [{ kind: 'text', x, y: area.bottom + 5, text, align, baseline: 'top', fill: theme.muted }]
  })
}

function thresholdShapes(threshold: Threshold, { bins, area, theme, isLog }: Ground): Shape[] {
  const { value } = threshold
  const index = bins.findLastIndex(({ from, to }) => value >= from && value <= to)
  const bin = bins[index]
  if (!bin) return []
  const scale = (at: number): number => (isLog ? Math.log10(at) : at)
  const within = (scale(value) - scale(bin.from)) / (scale(bin.to) - scale(bin.from))
  const x = area.left + ((index + within) / bins.length) * (area.right - area.left)
  return uprightThreshold({ threshold, x, area, theme, label: { gap: 4, y: area.top + 6 } })
}

import { expect } from 'vitest'
import type { Canvas, ChartData, ChartKind } from './chart.ts'
import { withOverlays } from './example-data.ts'
import { writeSvg } from './picture/svg.ts'
import { summarise } from './summary.ts'
import { chartThemes } from './theme.ts'

const size = { width: 640, height: 220 }

/** A picture as text, drawn without a browser, as the server draws it. */
export function drawSvg(
  kind: ChartKind,
  data: ChartData,
  canvas: Canvas = { ...size, theme: chartThemes.light },
): string {
  const { options } = kind.example
  return writeSvg(kind.picture(data, options, canvas), canvas, summarise(data, options))
}

/** What holds for every kind of chart. Each kind's own test begins by calling it. */
export function testChart(kind: ChartKind): void {
  const { data, options } = kind.example
  const before = JSON.stringify(data)
  const empty: ChartData = { ...data, series: data.series.map((series) => ({ ...series, points: [] })) }
  const unknown: ChartData = {
    ...data,
    series: data.series.map((series) => ({
      ...series,
      points: series.points.map((point) => ({ ...point, value: null })),
    })),
  }
  for (const theme of Object.values(chartThemes)) {
    for (const one of [data, withOverlays(data), empty, withOverlays(empty), unknown, { ...data, series: [] }]) {
      const svg = drawSvg(kind, one, { ...size, theme })
      expect(svg).toContain('<svg')
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      expect(svg, 'a quote within an attribute').not.toMatch(/="[^"]*"[^\s/>?]/)
    }
    // Drawing again gives the same picture: the picture is made from its arguments alone.
    expect(JSON.stringify(kind.picture(data, options, { ...size, theme }))).toBe(
      JSON.stringify(kind.picture(data, options, { ...size, theme })),
    )
  }
  expect(drawSvg(kind, data)).not.toBe(drawSvg(kind, unknown))
  expect(drawSvg(kind, withOverlays(data))).toContain('+300%')
  expect(JSON.stringify(data)).toBe(before)
}

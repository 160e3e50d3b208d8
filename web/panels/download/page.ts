import type { Canvas } from '../../charts/chart.ts'
import { textWidth } from '../../charts/geometry.ts'
import { fitText } from '../../charts/fit-text.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import type { ChartTheme } from '../../charts/theme.ts'
import type { PanelPicture } from '../panel.ts'

/** Around the picture, in CSS pixels. */
const margin = 16
const titlePx = 28
const legendRowPx = 18
const swatchPx = 10
const betweenPx = 18

/** A place in the legend of a picture that stands alone. */
type LegendPlace = { label: string; colour: string; x: number; y: number }

/** Where the legend stands: in as many rows as it needs. */
export function legendPlaces(legend: PanelPicture['legend'], width: number): { places: LegendPlace[]; height: number } {
  let [x, y] = [0, 0]
  const places = legend.map(({ label, colour }) => {
    const text = fitText(label, width - swatchPx - 6)
    const wide = swatchPx + 6 + textWidth(text)
    if (x > 0 && x + wide > width) [x, y] = [0, y + legendRowPx]
    const place = { label: text, colour, x, y }
    x += wide + betweenPx
    return place
  })
  return { places, height: places.length === 0 ? 0 : y + legendRowPx }
}

/** How large the picture itself is on a page of this size with this legend. */
export function pictureSize(
  page: Pick<Canvas, 'width' | 'height'>,
  legend: PanelPicture['legend'],
): Pick<Canvas, 'width' | 'height'> {
  const width = page.width - 2 * margin
  return { width, height: Math.max(80, page.height - 2 * margin - titlePx - legendPlaces(legend, width).height) }
}

/** A picture on its page, with title and legend above it. */
export function pageShapes(title: string, { shapes, legend }: PanelPicture, page: Canvas): Shape[] {
  const { theme, width, height } = page
  const inner = width - 2 * margin
  const { places, height: legendHeight } = legendPlaces(legend, inner)
  // The title is drawn larger than the letters that its width is estimated from.
  const heading = { text: fitText(title, (inner * 11) / 16), size: 16, bold: true }
  return [
    { kind: 'box', left: 0, top: 0, width, height, fill: theme.background },
    { kind: 'text', x: margin, y: margin + 8, ...heading, fill: theme.text },
    ...places.flatMap(({ label, colour, x, y }) =>
      legendShapes({ label, colour, x: margin + x, y: margin + titlePx + y + 6 }, theme),
    ),
    { kind: 'group', left: margin, top: margin + titlePx + legendHeight, shapes },
  ]
}

function legendShapes({ label, colour, x, y }: LegendPlace, theme: ChartTheme): Shape[] {
  return [
    { kind: 'box', left: x, top: y - swatchPx / 2, width: swatchPx, height: swatchPx, fill: colour },
    { kind: 'text', x: x + swatchPx + 6, y, text: label, fill: theme.muted },
  ]
}

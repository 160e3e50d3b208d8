import type { EChartsOption } from 'echarts'
import type { Canvas } from '../../charts/chart.ts'
import { textWidth } from '../../charts/geometry.ts'
import { fitText } from '../../charts/scene/fit-text.ts'
import { labelShape, outlineShape, type Shape } from '../../charts/scene/shapes.ts'
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

/** Where the picture begins on its page, and the shapes of title and legend around it. */
export function pageShapes(
  title: string,
  legend: PanelPicture['legend'],
  page: Canvas,
): { top: number; left: number; shapes: Shape[] } {
  const { theme, width, height } = page
  const inner = width - 2 * margin
  const { places, height: legendHeight } = legendPlaces(legend, inner)
  return {
    left: margin,
    top: margin + titlePx + legendHeight,
    shapes: [
      outlineShape({ kind: 'box', left: 0, top: 0, width, height }, { fill: theme.background }),
      // The title is drawn larger than the letters that its width is estimated from.
      labelShape(
        { x: margin, y: margin + 8, text: fitText(title, (inner * 11) / 16), size: 16, bold: true, color: theme.text },
        theme,
      ),
      ...places.flatMap(({ label, colour, x, y }) =>
        legendShapes({ label, colour, x: margin + x, y: margin + titlePx + y + 6 }, theme),
      ),
    ],
  }
}

function legendShapes({ label, colour, x, y }: LegendPlace, theme: ChartTheme): Shape[] {
  return [
    outlineShape({ kind: 'box', left: x, top: y - swatchPx / 2, width: swatchPx, height: swatchPx }, { fill: colour }),
    labelShape({ x: x + swatchPx + 6, y, text: label, color: theme.muted }, theme),
  ]
}

/** The option of title and legend alone. */
export const pageOption = (shapes: readonly Shape[]): EChartsOption => ({ animation: false, graphic: [...shapes] })

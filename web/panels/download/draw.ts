import type { EChartsOption } from 'echarts'
import { init } from '../../charts/echarts.ts'
import { chartThemes } from '../../charts/theme.ts'
import type { PanelKind, PictureInput } from '../panel.ts'
import { pageOption, pageShapes, pictureSize } from './page.ts'

/** Size of a downloaded picture in CSS pixels. */
export const pageSize = { width: 960, height: 540 } as const

/**
 * A panel as an SVG that stands alone: with title and legend, on a light ground whatever the theme of the page, because it goes
 * into documents. Null for kinds that are no picture.
 */
export async function drawPanelSvg<Options>(
  kind: PanelKind<Options>,
  input: PictureInput<Options>,
  size: { width: number; height: number } = pageSize,
): Promise<string | null> {
  if (!kind.picture) return null
  const draw = await kind.picture()
  const theme = chartThemes.light
  const page = { ...size, theme }
  // The legend is known only with the picture, and decides how much room that has.
  const { legend } = draw(input, page)
  const inner = pictureSize(size, legend)
  const { option } = draw(input, { ...inner, theme })
  const { left, top, shapes } = pageShapes(input.title, legend, page)
  const frame = svgOf(pageOption(shapes), size)
  const picture = svgOf(option, inner).replace('<svg ', `<svg x="${left}" y="${top}" `)
  return frame.replace(/<\/svg>\s*$/, `${picture}</svg>`)
}

function svgOf(option: EChartsOption, size: { width: number; height: number }): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

import type { Shape } from '../../charts/picture/shape.ts'
import { writeSvg } from '../../charts/picture/svg.ts'
import { chartThemes } from '../../charts/theme.ts'
import type { PanelKind, PictureInput } from '../panel.ts'
import { pageShapes, pictureSize } from './page.ts'

type Size = { width: number; height: number }

/** Size of a downloaded picture in CSS pixels. */
export const pageSize = { width: 960, height: 540 } as const

/**
 * A panel as a picture that stands alone: with title and legend, on a light ground whatever the theme of the page, because it
 * goes into documents. Null for kinds that are no picture.
 */
export async function drawPanel<Options>(
  kind: PanelKind<Options>,
  input: PictureInput<Options>,
  size: Size,
): Promise<Shape[] | null> {
  if (!kind.picture) return null
  const draw = await kind.picture()
  const theme = chartThemes.light
  const page = { ...size, theme }
  // The legend is known only with the picture, and decides how much room that has.
  const { legend } = draw(input, page)
  const { shapes } = draw(input, { ...pictureSize(size, legend), theme })
  return pageShapes(input.title, { shapes, legend }, page)
}

/** The same as the text of an SVG. */
export async function drawPanelSvg<Options>(
  kind: PanelKind<Options>,
  input: PictureInput<Options>,
  size: Size = pageSize,
): Promise<string | null> {
  const shapes = await drawPanel(kind, input, size)
  return shapes && writeSvg(shapes, size, kind.summary(input.answers, input.options, input.title))
}

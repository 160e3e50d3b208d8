import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { toDots } from './dots.ts'
import type { ScatterOptions } from './options.ts'
import { scatterScene } from './scene.ts'

/** The picture of a scatter plot. */
export function scatterPicture(
  { answers, options, colourOf }: PictureInput<ScatterOptions>,
  canvas: Canvas,
): PanelPicture {
  if (!answers.TOTAL) return { shapes: [], legend: [] }
  return { shapes: scatterScene(toDots(answers.TOTAL), { ...options, colourOf }, canvas).shapes, legend: [] }
}

import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { scenePicture } from '../scene-picture.ts'
import { toDots } from './dots.ts'
import type { ScatterOptions } from './options.ts'
import { scatterScene } from './scene.ts'

/** The picture of a scatter plot. */
export function scatterPicture(
  { title, answers, options, colourOf }: PictureInput<ScatterOptions>,
  canvas: Canvas,
): PanelPicture {
  if (!answers.TOTAL) return scenePicture({ shapes: [], items: [], columns: 1 }, title)
  return scenePicture(scatterScene(toDots(answers.TOTAL), { ...options, colourOf }, canvas), title)
}

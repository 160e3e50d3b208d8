import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { scenePicture } from '../scene-picture.ts'
import { toDistribution } from './distribution.ts'
import type { HistogramOptions } from './options.ts'
import { histogramScene } from './scene.ts'

/** The picture of a histogram. */
export function histogramPicture(
  { title, answers, options }: PictureInput<HistogramOptions>,
  canvas: Canvas,
): PanelPicture {
  if (!answers.ROWS) return scenePicture({ shapes: [], items: [], columns: 1 }, title)
  return scenePicture(histogramScene(toDistribution(answers.ROWS, options.isLog), options, canvas), title)
}

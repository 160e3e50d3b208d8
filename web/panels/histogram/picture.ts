import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { toDistribution } from './distribution.ts'
import type { HistogramOptions } from './options.ts'
import { histogramScene } from './scene.ts'

/** The picture of a histogram. */
export function histogramPicture({ answers, options }: PictureInput<HistogramOptions>, canvas: Canvas): PanelPicture {
  if (!answers.ROWS) return { shapes: [], legend: [] }
  const { shapes } = histogramScene(toDistribution(answers.ROWS, options.isLog), options, canvas)
  return { shapes, legend: [] }
}

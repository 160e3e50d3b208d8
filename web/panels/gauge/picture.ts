import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import type { GaugeOptions } from './options.ts'
import { readGauge } from './reading.ts'
import { gaugeScene } from './scene.ts'

/** The picture of a gauge. */
export function gaugePicture({ answers, options }: PictureInput<GaugeOptions>, canvas: Canvas): PanelPicture {
  if (!answers.TOTAL) return { shapes: [], legend: [] }
  return { shapes: gaugeScene(readGauge(answers.TOTAL, options), canvas).shapes, legend: [] }
}

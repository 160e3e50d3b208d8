import type { Canvas } from '../../charts/chart.ts'
import type { Scene } from '../../charts/scene/scene.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { scenePicture } from '../scene-picture.ts'
import type { GaugeOptions } from './options.ts'
import { readGauge } from './reading.ts'
import { gaugeScene } from './scene.ts'

const nothing: Scene = { shapes: [], items: [], columns: 1 }

/** The picture of a gauge. */
export function gaugePicture({ title, answers, options }: PictureInput<GaugeOptions>, canvas: Canvas): PanelPicture {
  return scenePicture(answers.TOTAL ? gaugeScene(readGauge(answers.TOTAL, options), canvas) : nothing, title)
}

import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { toLanes } from './lanes.ts'
import type { StatusTimelineOptions } from './options.ts'
import { statusLegend, statusScene } from './scene.ts'

/** The picture of a status timeline. */
export function statusTimelinePicture(
  { answers, options }: PictureInput<StatusTimelineOptions>,
  canvas: Canvas,
): PanelPicture {
  if (!answers.ROWS) return { shapes: [], legend: [] }
  const lanes = toLanes(answers.ROWS, options)
  const { shapes } = statusScene(lanes, answers.ROWS.timezone, canvas)
  return { shapes, legend: statusLegend(lanes, canvas) }
}

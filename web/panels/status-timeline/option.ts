import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { scenePicture } from '../scene-picture.ts'
import { toLanes } from './lanes.ts'
import type { StatusTimelineOptions } from './options.ts'
import { statusLegend, statusScene } from './scene.ts'

/** The picture of a status timeline. */
export function statusTimelinePicture(
  { title, answers, options }: PictureInput<StatusTimelineOptions>,
  canvas: Canvas,
): PanelPicture {
  if (!answers.ROWS) return scenePicture({ shapes: [], items: [], columns: 1 }, title)
  const lanes = toLanes(answers.ROWS, options)
  return scenePicture(statusScene(lanes, answers.ROWS.timezone, canvas), title, statusLegend(lanes, canvas))
}

import type { Canvas } from '../../charts/chart.ts'
import { lookOf } from '../../charts/series-look.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { scenePicture } from '../scene-picture.ts'
import type { PieOptions } from './options.ts'
import { pieScene } from './scene.ts'
import { toSlices } from './slices.ts'

/** The picture of a pie. */
export function piePicture(
  { title, answers, options, colourOf }: PictureInput<PieOptions>,
  canvas: Canvas,
): PanelPicture {
  const { slices, unit } = answers.TOTAL
    ? toSlices(answers.TOTAL, options.most)
    : { slices: [], unit: 'COUNT' as const }
  const legend = slices.map(({ label, status, isOther, colourKey }) => ({
    label,
    colour: lookOf({ status, isOther, place: colourOf(colourKey) }, 0, canvas.theme).colour,
  }))
  return scenePicture(pieScene(slices, { unit, colourOf }, canvas), title, legend)
}

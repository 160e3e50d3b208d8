import type { Canvas } from '../../charts/chart.ts'
import { fillOf } from '../../charts/series-look.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import type { PieOptions } from './options.ts'
import { pieScene } from './scene.ts'
import { toSlices } from './slices.ts'

/** The picture of a pie. */
export function piePicture({ answers, options, colourOf }: PictureInput<PieOptions>, canvas: Canvas): PanelPicture {
  const { slices, unit } = answers.TOTAL
    ? toSlices(answers.TOTAL, options.most)
    : { slices: [], unit: 'COUNT' as const }
  const legend = slices.map(({ label, status, isOther, colourKey }) => ({
    label,
    colour: fillOf({ status, isOther, place: colourOf(colourKey) }, 0, canvas.theme),
  }))
  return { shapes: pieScene(slices, { unit, colourOf }, canvas).shapes, legend }
}

import { barShapes } from '../../charts/bar/picture.ts'
import type { Canvas } from '../../charts/chart.ts'
import { fillOf } from '../../charts/series-look.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { timePicture } from '../time-picture.ts'
import { toCategories, type Categories } from './categories.ts'
import type { BarOptions } from './options.ts'
import { categoryScene } from './scene.ts'

/** The picture of bars. */
export function barPicture(input: PictureInput<BarOptions>, canvas: Canvas): PanelPicture {
  const { answers, options, colourOf } = input
  if (options.over === 'TIME') return timePicture(input, canvas, barShapes, 'bars')
  const data: Categories = answers.TOTAL ? toCategories(answers.TOTAL) : { categories: [], parts: [], unit: 'COUNT' }
  const legend = data.parts.map(({ label, status, isOther, colourKey }) => ({
    label,
    colour: fillOf({ status, isOther, place: colourOf(colourKey) }, 0, canvas.theme),
  }))
  const { shapes } = categoryScene(data, { ...options, colourOf }, canvas)
  return { shapes, legend: legend.length > 1 ? legend : [] }
}

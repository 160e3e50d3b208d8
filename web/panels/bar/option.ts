import { barOption } from '../../charts/bar/option.ts'
import type { Canvas } from '../../charts/chart.ts'
import { lookOf } from '../../charts/series-look.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { scenePicture } from '../scene-picture.ts'
import { timePicture } from '../time-picture.ts'
import { toCategories, type Categories } from './categories.ts'
import type { BarOptions } from './options.ts'
import { categoryScene } from './scene.ts'

/** The picture of bars. */
export function barPicture(input: PictureInput<BarOptions>, canvas: Canvas): PanelPicture {
  const { answers, options, colourOf, title } = input
  if (options.over === 'TIME') return timePicture(input, canvas, barOption)
  const data: Categories = answers.TOTAL ? toCategories(answers.TOTAL) : { categories: [], parts: [], unit: 'COUNT' }
  const legend = data.parts.map(({ label, status, isOther, colourKey }) => ({
    label,
    colour: lookOf({ status, isOther, place: colourOf(colourKey) }, 0, canvas.theme).colour,
  }))
  return scenePicture(categoryScene(data, { ...options, colourOf }, canvas), title, legend.length > 1 ? legend : [])
}

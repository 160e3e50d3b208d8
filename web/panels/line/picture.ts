import type { Canvas } from '../../charts/chart.ts'
import { lineShapes } from '../../charts/line/picture.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { timePicture } from '../time-picture.ts'
import type { LineOptions } from './options.ts'

/** The picture of lines. */
export const linePicture = (input: PictureInput<LineOptions>, canvas: Canvas): PanelPicture =>
  timePicture({ ...input, options: { ...input.options, stacking: 'none' } }, canvas, lineShapes, 'lines')

import type { Canvas } from '../../charts/chart.ts'
import { lineShapes } from '../../charts/line/picture.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import type { TimeOptions } from '../time-options.ts'
import { timePicture } from '../time-picture.ts'

/** The picture of areas. */
export const areaPicture = (input: PictureInput<TimeOptions>, canvas: Canvas): PanelPicture =>
  timePicture(input, canvas, lineShapes, 'areas')

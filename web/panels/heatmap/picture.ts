import type { Canvas } from '../../charts/chart.ts'
import type { PanelPicture, PictureInput } from '../panel.ts'
import { toGrid, type Grid } from './grid.ts'
import type { HeatmapOptions } from './options.ts'
import { heatmapScene } from './scene.ts'

const nothing: Grid = { rows: [], columns: [], unit: 'COUNT' }

/** The picture of a heatmap. */
export const heatmapPicture = ({ answers, options }: PictureInput<HeatmapOptions>, canvas: Canvas): PanelPicture => ({
  shapes: heatmapScene(answers.SERIES ? toGrid(answers.SERIES, options) : nothing, canvas).shapes,
  legend: [],
})

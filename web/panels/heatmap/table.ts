import type { PanelColumn, SeriesAnswer, TableTwin } from '../panel.ts'
import { seriesTable } from '../tables.ts'
import { toGrid } from './grid.ts'
import type { HeatmapOptions } from './options.ts'

const hourColumn: PanelColumn = { name: 'hour', title: 'Hour', type: 'STRING', unit: 'NONE', role: 'DIMENSION' }

/** A heatmap as rows: of the hours of the week a row for each hour and a column for each day, otherwise a row for each bucket. */
export function heatmapTable(answer: SeriesAnswer | undefined, options: HeatmapOptions): TableTwin {
  if (!answer || options.rows === 'SERIES') return seriesTable(answer)
  const { rows, columns, unit } = toGrid(answer, options)
  const days = rows.map(({ label }): PanelColumn => {
    return { name: label.toLowerCase(), title: label, type: 'FLOAT', unit, role: 'MEASURE' }
  })
  return {
    columns: [hourColumn, ...days],
    rows: columns.map(({ name }, hour) => [name, ...rows.map(({ values }) => values[hour] ?? null)]),
  }
}

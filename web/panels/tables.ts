import type { PanelColumn, SeriesAnswer, TableAnswer, TableTwin } from './panel.ts'
import { seriesName } from './series-data.ts'

const timeColumn: PanelColumn = { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME' }

/** An answer over time as rows: a bucket each, oldest first, with a column for every series and for what it is compared with. */
export function seriesTable(answer: SeriesAnswer | undefined): TableTwin {
  const series = answer?.series ?? []
  const manyMeasures = new Set(series.map(({ measure }) => measure)).size > 1
  const lines = series.flatMap((one) => {
    const column = {
      name: one.id,
      title: seriesName(one, manyMeasures),
      type: 'FLOAT',
      unit: one.unit,
      role: 'MEASURE',
    } as const
    const compared = { ...column, name: `${one.id}_compare`, title: `${column.title}, before` }
    return [{ column, points: one.points }, ...(one.compare ? [{ column: compared, points: one.compare }] : [])]
  })
  const values = lines.map(({ points }) => new Map(points.map(({ at, value }) => [at, value])))
  const times = [...new Set(values.flatMap((byTime) => [...byTime.keys()]))].sort(
    (a, b) => Date.parse(a) - Date.parse(b),
  )
  return {
    columns: [timeColumn, ...lines.map(({ column }) => column)],
    rows: times.map((at) => [at, ...values.map((byTime) => byTime.get(at) ?? null)]),
  }
}

/** An answer as rows, as it came. */
export const rowsTable = (answer: TableAnswer | undefined): TableTwin => ({
  columns: answer?.columns ?? [],
  rows: answer?.rows ?? [],
})

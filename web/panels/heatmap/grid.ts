import type { Unit } from '../../charts/chart.ts'
import { localMoments } from '../../charts/local-time.ts'
import { toBuckets } from '../../charts/shape.ts'
import { bucketName, timeTicks } from '../../charts/time-axis.ts'
import { lengths } from '../../lib/format.ts'
import type { Span } from '../../lib/range.ts'
import type { KeyPart } from '../keys.ts'
import type { PanelSeries, SeriesAnswer } from '../panel.ts'
import { seriesData } from '../series-data.ts'
import type { HeatmapOptions } from './options.ts'

/** A row of cells; `key` are the values that it stands for. */
export type GridRow = { label: string; key: readonly KeyPart[]; values: readonly (number | null)[] }

/** A column of cells. `tick` stands below it; null where there is no room for one. */
export type GridColumn = { name: string; tick: string | null; span?: Span; complete: boolean }

/** Cells in rows and columns. `problem` says why there are none. */
export type Grid = {
  rows: readonly GridRow[]
  columns: readonly GridColumn[]
  unit: Unit
  caption?: string
  problem?: string
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The series as a grid. */
export const toGrid = (answer: SeriesAnswer, { rows }: HeatmapOptions): Grid =>
  rows === 'WEEKDAYS' ? weekGrid(answer) : seriesGrid(answer)

/**
 * Hours of the day by days of the week, in the zone of the answer. Counts and amounts are summed, also over several series; of
 * other values, whose sum means nothing, it is the mean of the hourly values.
 */
function weekGrid({ series, every, timezone }: SeriesAnswer): Grid {
  const unit = series[0]?.unit ?? 'COUNT'
  if (series.length === 0) return { rows: [], columns: [], unit }
  if (every !== 'HOUR') return { rows: [], columns: [], unit, problem: 'Choose buckets of an hour for this panel' }
  const cells = weekdays.map(() => Array.from({ length: 24 }, () => ({ sum: 0, count: 0 })))
  for (const { points } of series.filter((one) => one.unit === unit)) {
    const local = localMoments(
      points.map(({ at }) => Date.parse(at)),
      timezone,
    )
    for (const [index, { value }] of points.entries()) {
      const cell = cellAt(cells, local[index] ?? 0)
      if (value === null || !cell) continue
      cell.sum += value
      cell.count += 1
    }
  }
  const isAdditive = unit === 'COUNT' || unit === 'CURRENCY'
  return {
    unit,
    caption: `${isAdditive ? 'Sum' : 'Mean of the hourly values'}, times in ${timezone}`,
    columns: Array.from({ length: 24 }, (_, hour) => ({
      name: `${clock(hour)}–${clock(hour + 1)}`,
      tick: hour % 3 === 0 ? clock(hour) : null,
      complete: true,
    })),
    rows: weekdays.map((label, day) => ({
      label,
      key: [],
      values: (cells[day] ?? []).map(({ sum, count }) => (count === 0 ? null : isAdditive ? sum : sum / count)),
    })),
  }
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

function cellAt<Cell>(cells: readonly (readonly Cell[])[], local: number): Cell | undefined {
  const date = new Date(local)
  // Sunday is 0 there, and the last day here.
  return cells[(date.getUTCDay() + 6) % 7]?.[Math.floor((local % lengths.day) / lengths.hour)]
}

/** Time by series: a row for each, a column for each bucket. */
function seriesGrid(answer: SeriesAnswer): Grid {
  const unit = answer.series[0]?.unit ?? 'COUNT'
  const [data] = seriesData(answer, { thresholds: [], annotations: [], colourOf: () => 0 })
  if (!data || data.series.length === 0) return { rows: [], columns: [], unit }
  const buckets = toBuckets(data)
  const ticks = new Map(timeTicks(buckets, answer.timezone).map(({ index, label }) => [index, label]))
  const keyOf = (id: string): PanelSeries['key'] =>
    answer.series.find((one) => one.id === id && !one.isOther)?.key ?? []
  return {
    unit,
    columns: buckets.map(({ from, to, complete }, index) => ({
      name: bucketName({ from, to }, data.every, answer.timezone),
      tick: ticks.get(index) ?? null,
      span: { from, to },
      complete,
    })),
    rows: data.series.map(({ id, label }, place) => ({
      label,
      key: keyOf(id),
      values: buckets.map(({ values }) => values[place] ?? null),
    })),
  }
}

import type { PanelsNewsFragment } from '../../../gql/graphql.ts'
import type { Cell, PanelPoint, PanelSeries } from '../../../panels/panel.ts'
import type { Coverage, FormChange, PanelNews } from './answers-state.ts'

type Change = PanelsNewsFragment['changes'][number]
type TableChange = NonNullable<Change['table']>
type SeriesChange = NonNullable<Change['series']>
type SentSeries = NonNullable<SeriesChange['series']>[number]
type SentPoint = SentSeries['points'][number]

/** What the server says about panels, as `nextAnswers` takes it. @param timezone what was asked for: an answer without series does not say it */
export function readNews({ changes }: PanelsNewsFragment, timezone: string): PanelNews[] {
  return changes.map((change) => ({
    panel: change.panel,
    form: change.form,
    change: readChange(change, timezone),
    problem: change.problem ?? null,
    unfiltered: change.unfiltered,
  }))
}

function readChange({ form, every = null, table, series }: Change, timezone: string): FormChange | null {
  if (series && form === 'SERIES') return readSeriesChange(series, every, timezone)
  return table && form !== 'SERIES' ? readTableChange(table, form, every) : null
}

function readTableChange(change: TableChange, form: 'ROWS' | 'TOTAL', every: Change['every'] = null): FormChange {
  const { revision, table, changed } = change
  if (!table) {
    const rows = changed.map(({ index, cells, complete }) => ({ index, cells: cells.map(readCell), complete }))
    return { kind: 'rows', form, revision, covers: coverageOf(change), changed: rows }
  }
  const { columns, rows, complete, totalCount, timezone, truncated } = table
  const answer = {
    columns,
    rows: rows.map((row) => row.map(readCell)),
    complete,
    totalCount,
    timezone,
    truncated,
    every,
  }
  return { kind: 'whole', form, revision, answer: { ...coverageOf(change), ...answer } }
}

function readSeriesChange(change: SeriesChange, every: Change['every'] = null, timezone: string): FormChange {
  const { revision, series, changed } = change
  if (!series) {
    const points = changed.map(({ id, points, compare }) => ({
      id,
      points: points.map(readPoint),
      compare: compare?.map(readPoint) ?? null,
    }))
    return { kind: 'points', form: 'SERIES', revision, covers: coverageOf(change), changed: points }
  }
  const truncated = series.some((one) => one.truncated)
  const answer = { series: series.map(readSeries), timezone: series[0]?.timezone ?? timezone, truncated, every }
  return { kind: 'whole', form: 'SERIES', revision, answer: { ...coverageOf(change), ...answer } }
}

function readSeries({ timezone: _zone, truncated: _truncated, ...series }: SentSeries): PanelSeries {
  return {
    ...series,
    key: series.key.map(({ dimension, value = null }) => ({ dimension, value })),
    points: series.points.map(readPoint),
    compare: series.compare?.map(readPoint) ?? null,
  }
}

const readPoint = ({ at, value = null, complete }: SentPoint): PanelPoint => ({ at, value, complete })

const readCell = (cell: unknown): Cell => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)

function coverageOf({ asOf, from, to, comparedFrom = null, comparedTo = null }: TableChange | SeriesChange): Coverage {
  return { asOf, from, to, comparedFrom, comparedTo }
}

import type { PanelPreviewQuery } from '../../../gql/graphql.ts'
import type { Granularity } from '../../../lib/granularity.ts'
import type { Cell, PanelAnswers, SeriesAnswer, TableAnswer } from '../../../panels/panel.ts'

type PreviewChange = PanelPreviewQuery['panelPreview']['changes'][number]

/** What the server answers to a panel that is being edited. */
export interface PreviewAnswers {
  answers: PanelAnswers
  /** The buckets of time that the server chose; null where it chose none. */
  every: Granularity | null
  /** Why one of its forms has no answer. */
  problem: string | null
  /** Dimensions of the dashboard's filters that its dataset has not. */
  unfiltered: readonly string[]
}

/** Reads the answers of all forms of a panel. */
export function readPreview(changes: readonly PreviewChange[], timezone: string): PreviewAnswers {
  return {
    answers: Object.fromEntries(changes.flatMap((change) => answerOf(change, timezone))),
    every: changes.find(({ every }) => every)?.every ?? null,
    problem: changes.find(({ problem }) => problem)?.problem ?? null,
    unfiltered: [...new Set(changes.flatMap(({ unfiltered }) => unfiltered))],
  }
}

function answerOf(change: PreviewChange, timezone: string): [PreviewChange['form'], TableAnswer | SeriesAnswer][] {
  const every = change.every ?? null
  if (change.table?.table) {
    const { rows, comparedFrom = null, comparedTo = null, ...table } = change.table.table
    return [[change.form, { ...table, rows: rows.map((row) => row.map(readCell)), comparedFrom, comparedTo, every }]]
  }
  if (!change.series?.series) return []
  const { series, comparedFrom = null, comparedTo = null, ...covers } = change.series
  const [first] = series
  const passport = { timezone: first?.timezone ?? timezone, truncated: first?.truncated ?? false, every }
  return [[change.form, { ...covers, ...passport, comparedFrom, comparedTo, series: series.map(readSeries) }]]
}

type PreviewSeries = NonNullable<NonNullable<PreviewChange['series']>['series']>[number]

function readSeries({ key, points, compare, ...series }: PreviewSeries): SeriesAnswer['series'][number] {
  const withValue = ({ at, value = null, complete }: PreviewSeries['points'][number]) => ({ at, value, complete })
  return {
    ...series,
    key: key.map(({ dimension, value = null }) => ({ dimension, value })),
    points: points.map(withValue),
    compare: compare ? compare.map(withValue) : null,
  }
}

const readCell = (cell: unknown): Cell => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)

import type { PanelsNewsFragment } from '../../../gql/graphql.ts'
import type { Cell } from '../../../panels/panel.ts'
import type { Coverage, FormChange, PanelNews } from './answers-state.ts'

type Change = PanelsNewsFragment['changes'][number]
type TableChange = NonNullable<Change['table']>
type SeriesChange = NonNullable<Change['series']>

/**
 * What the server says about panels, as `nextAnswers` takes it.
 * @param timezone what was asked for: an answer without any series does not say it
 */
export function readNews({ changes }: PanelsNewsFragment, timezone: string): PanelNews[] {
  return changes.map((change) => ({
    panel: change.panel,
    form: change.form,
    change: readChange(change, timezone),
    problem: change.problem,
    unfiltered: change.unfiltered,
  }))
}

function readChange({ form, every, table, series }: Change, timezone: string): FormChange | null {
  if (series && form === 'SERIES') return readSeriesChange(series, every, timezone)
  return table && form !== 'SERIES' ? readTableChange(table, form, every) : null
}

function readTableChange(change: TableChange, form: 'ROWS' | 'TOTAL', every: Change['every']): FormChange {
  const { revision, table, changed } = change
  const covers = coverageOf(change)
  if (!table) {
    const rows = changed.map((row) => ({ ...row, cells: row.cells.map(readCell) }))
    return { kind: 'rows', form, revision, covers, changed: rows }
  }
  const rows = table.rows.map((row) => row.map(readCell))
  return { kind: 'whole', form, revision, answer: { ...table, ...covers, rows, every } }
}

function readSeriesChange(change: SeriesChange, every: Change['every'], timezone: string): FormChange {
  const { revision, series: sent, changed } = change
  const covers = coverageOf(change)
  if (!sent) return { kind: 'points', form: 'SERIES', revision, covers, changed }
  const series = sent.map(({ timezone: _zone, truncated: _truncated, ...one }) => one)
  const whole = { timezone: sent[0]?.timezone ?? timezone, truncated: sent.some(({ truncated }) => truncated) }
  return { kind: 'whole', form: 'SERIES', revision, answer: { ...covers, ...whole, series, every } }
}

const readCell = (cell: unknown): Cell => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)

function coverageOf({ asOf, from, to, comparedFrom, comparedTo }: TableChange | SeriesChange): Coverage {
  return { asOf, from, to, comparedFrom, comparedTo }
}

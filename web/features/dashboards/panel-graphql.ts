import { granularityFor, type Granularity } from '../../lib/granularity.ts'
import { shellWord } from '../../lib/shell-word.ts'
import type { AnswerForm, PanelFilter, PanelQuery } from '../../panels/panel.ts'
import type { PanelDocument, RangeDocument } from './document.ts'
import type { ShownAnswers } from './live-answers/answers-state.ts'
import { spanOfDocument } from './range-document.ts'

/** What a dashboard adds to the question of a panel. */
export interface AskedWith {
  range: RangeDocument
  timezone: string
  filters: readonly PanelFilter[]
  /** The buckets of time where the question leaves them to the server. */
  auto: Granularity
}

/** An operation of GraphQL with its variables. */
export interface Operation {
  query: string
  variables: Record<string, unknown>
}

const FORMS: Record<AnswerForm, { variable: string; field: string }> = {
  ROWS: { variable: 'rows', field: 'table' },
  TOTAL: { variable: 'total', field: 'table' },
  SERIES: { variable: 'series', field: 'series' },
}

const FRAGMENTS = {
  table: 'columns { name title type unit role } rows complete totalCount truncated from to asOf',
  series: 'id label measure unit key { dimension value } points { at value complete } compare { at value }',
} as const

/** The question of a panel as an operation that any client can send; null for a panel that asks nothing. */
export function panelOperation({ query, answers }: PanelDocument, asked: AskedWith): Operation | null {
  if (!query || answers.length === 0) return null
  const forms = answers.map((form) => ({ form, ...FORMS[form] }))
  const declared = forms.map(({ variable }) => `$${variable}: MetricQuery!`).join(', ')
  const fields = forms.map(({ variable, field }) => {
    const alias = variable === field ? field : `${variable}: ${field}`
    const parts = field === 'series' ? FRAGMENTS.series : FRAGMENTS.table
    return `  ${alias}(query: $${variable}) {\n    ${parts}\n  }`
  })
  const variables = forms.map(({ form, variable }) => [variable, metricQuery(query, form, asked)] as const)
  return { query: `query Panel(${declared}) {\n${fields.join('\n')}\n}`, variables: Object.fromEntries(variables) }
}

/**
 * The same for a panel as it is shown: with the filters that its dataset knows, and the buckets of time that the server chose,
 * or would choose at `now`, in milliseconds since 1970.
 */
export function operationOf(
  panel: PanelDocument,
  { answers: { SERIES, ROWS }, unfiltered }: Pick<ShownAnswers, 'answers' | 'unfiltered'>,
  context: Omit<AskedWith, 'auto'>,
  now: number,
): Operation | null {
  const filters = context.filters.filter(({ dimension }) => dimension == null || !unfiltered.includes(dimension))
  const span = spanOfDocument(panel.query?.range ?? context.range, now, context.timezone)
  const auto = SERIES?.every ?? ROWS?.every ?? granularityFor(span)
  return panelOperation(panel, { ...context, filters, auto })
}

/** The same as a line for a shell, with a word in the place of the key. */
export function curlOf(operation: Operation, origin: string): string {
  return [
    `curl ${origin}/graphql \\`,
    `  -H 'Authorization: Bearer YOUR_API_KEY' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  --data-binary ${shellWord(JSON.stringify(operation))}`,
  ].join('\n')
}

/** A `MetricQuery`: the question in one of its forms, with what the dashboard gives. */
function metricQuery(query: PanelQuery, form: AnswerForm, { range, timezone, filters, auto }: AskedWith) {
  const wanted = form === 'TOTAL' ? null : form === 'SERIES' ? (query.every ?? 'AUTO') : query.every
  const every = wanted === 'AUTO' ? auto : wanted
  // A total has no time to order by, and points of a series are oldest first.
  const orderBy = query.orderBy?.filter(({ by }) => by !== 'time' || form === 'ROWS')
  const all = [...(query.filters ?? []), ...filters]
  return {
    ...query,
    ...(all.length > 0 && { filters: all }),
    ...(orderBy && { orderBy }),
    every: every ?? null,
    range: query.range ?? range,
    timezone,
  }
}

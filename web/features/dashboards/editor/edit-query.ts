import type { PanelFilter, PanelQuery } from '../../../panels/panel.ts'

/** What comes first in an answer, by the name of a column. */
export type QueryOrder = NonNullable<PanelQuery['orderBy']>[number]

/** One thing that a person does to a question. */
export type QueryEdit =
  | { edit: 'addMeasure' | 'removeMeasure' | 'addDimension' | 'removeDimension'; name: string }
  | { edit: 'replaceMeasure' | 'replaceDimension'; name: string; by: string }
  | { edit: 'moveMeasure' | 'moveDimension'; name: string; to: number }
  | { edit: 'setFilters'; filters: PanelFilter[] }
  | { edit: 'setEvery'; every: PanelQuery['every'] }
  | { edit: 'setRange'; range: PanelQuery['range'] }
  | { edit: 'setCompare'; compare: PanelQuery['compare'] }
  | { edit: 'setOrder'; order: QueryOrder | null }
  | { edit: 'onlyFirstOrder' }
  | { edit: 'setLimit'; limit: number | null }
  | { edit: 'setOthers'; others: boolean }

/** How many keys stand for themselves when the others are put together and nobody said how many. */
const USUAL_TOP = 5

/** The question after an edit. What an edit makes impossible goes, and what it needs comes: no edit leaves a question that contradicts itself. */
export function editQuery(query: PanelQuery, edit: QueryEdit): PanelQuery {
  return tidied(query, withNeeds(edited(query, edit), edit))
}

function edited(query: PanelQuery, edit: QueryEdit): PanelQuery {
  const { measures, dimensions = [] } = query
  switch (edit.edit) {
    case 'addMeasure':
      return { ...query, measures: withName(measures, edit.name) }
    case 'removeMeasure':
      return { ...query, measures: without(measures, edit.name) }
    case 'replaceMeasure':
      return { ...renamed(query, edit.name, edit.by), measures: replaced(measures, edit.name, edit.by) }
    case 'moveMeasure':
      return { ...query, measures: moved(measures, edit.name, edit.to) }
    case 'addDimension':
      return { ...query, dimensions: withName(dimensions, edit.name) }
    case 'removeDimension':
      return { ...query, dimensions: without(dimensions, edit.name) }
    case 'replaceDimension':
      return { ...renamed(query, edit.name, edit.by), dimensions: replaced(dimensions, edit.name, edit.by) }
    case 'moveDimension':
      return { ...query, dimensions: moved(dimensions, edit.name, edit.to) }
    case 'setFilters':
      return { ...query, filters: edit.filters }
    case 'setEvery':
      return { ...query, every: edit.every }
    case 'setRange':
      return { ...query, range: edit.range }
    case 'setCompare':
      return { ...query, compare: edit.compare }
    case 'setOrder':
      return { ...query, orderBy: [...(edit.order ? [edit.order] : []), ...(query.orderBy ?? []).slice(1)] }
    case 'onlyFirstOrder':
      return { ...query, orderBy: query.orderBy?.slice(0, 1) }
    case 'setLimit':
      return { ...query, limit: edit.limit, others: edit.limit !== null && query.others }
    case 'setOthers':
      return { ...query, others: edit.others, limit: query.limit ?? (edit.others ? USUAL_TOP : null) }
  }
}

/** A running total needs buckets of time, and a change another period: whoever asks for them means these too. */
function withNeeds(query: PanelQuery, edit: QueryEdit): PanelQuery {
  const asked = edit.edit === 'addMeasure' ? edit.name : edit.edit === 'replaceMeasure' ? edit.by : ''
  return {
    ...query,
    every: needsEvery(asked) ? (query.every ?? 'AUTO') : query.every,
    compare: needsCompare(asked) ? (query.compare ?? 'PREVIOUS_PERIOD') : query.compare,
  }
}

/** Whether a measure adds up over time. */
export const needsEvery = (measure: string): boolean => measure.endsWith('.running')

/** Whether a measure compares with another period. */
export const needsCompare = (measure: string): boolean => measure.endsWith('.change')

/** The columns that a question can be ordered by, as its table has them. */
export function columnNames({ measures, dimensions = [], every, compare }: PanelQuery): string[] {
  const compared = compare ? measures.filter((name) => !needsCompare(name)).map((name) => `${name}_compare`) : []
  return [...(every ? ['time'] : []), ...dimensions, ...measures, ...compared]
}

/** Takes away orders by columns that went with the edit, `others` without dimensions, and what says nothing. Whatever was wrong before the edit stays, for the server to tell. */
function tidied(before: PanelQuery, after: PanelQuery): PanelQuery {
  const gone = without(columnNames(before), ...columnNames(after))
  const orderBy = (after.orderBy ?? []).filter(({ by }) => !gone.includes(by))
  const others = after.others && (after.dimensions ?? []).length > 0
  return withoutNothing({ ...after, orderBy, others })
}

/** A question without the parts that say nothing, so that equal questions are written alike. */
export function withoutNothing(query: PanelQuery): PanelQuery {
  const { dataset, measures, dimensions = [], filters = [], orderBy = [] } = query
  return {
    dataset,
    measures,
    ...(dimensions.length > 0 && { dimensions }),
    ...(filters.length > 0 && { filters }),
    ...(query.every && { every: query.every }),
    ...(orderBy.length > 0 && { orderBy }),
    ...(query.limit && { limit: query.limit }),
    ...(query.others && { others: true }),
    ...(query.compare && { compare: query.compare }),
    ...(query.range && { range: query.range }),
  }
}

function renamed(query: PanelQuery, name: string, by: string): PanelQuery {
  const names = new Map([
    [name, by],
    [`${name}_compare`, `${by}_compare`],
  ])
  return { ...query, orderBy: query.orderBy?.map((order) => ({ ...order, by: names.get(order.by) ?? order.by })) }
}

const withName = (names: readonly string[], name: string): string[] => [...new Set([...names, name])]

const without = (names: readonly string[], ...gone: string[]): string[] => names.filter((name) => !gone.includes(name))

const replaced = (names: readonly string[], name: string, by: string): string[] => [
  ...new Set(names.map((one) => (one === name ? by : one))),
]

const moved = (names: readonly string[], name: string, to: number): string[] =>
  names.includes(name) ? without(names, name).toSpliced(to, 0, name) : [...names]

import type { AnswerForm, CalendarPeriod, PanelQuery, PanelRange } from '../../panels/panel.ts'

const calendarPeriods: readonly CalendarPeriod[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']

/** A range of time as a document holds it: that of a panel is one, too. */
export type RangeDocument = PanelRange

/** Where a panel stands: columns of a grid of 12, rows of 40 px. */
export type PanelLayout = { x: number; y: number; w: number; h: number }

/** A panel as it is stored. `options` belong to its kind. */
export type PanelDocument = {
  id: string
  kind: string
  title: string
  description?: string | null
  layout: PanelLayout
  query: PanelQuery | null
  answers: AnswerForm[]
  options: Record<string, unknown>
}

/** A choice that the viewer of a dashboard has: values of a dimension that all panels are filtered by. */
export type VariableDocument = {
  name: string
  title: string
  /** Such as `pipeline`, `label.region`. */
  dimension: string
  /** Where its values are looked for. */
  dataset: string
  /** What is chosen until the viewer chooses; empty for all. */
  values: string[]
  /** More than one value can be chosen. */
  multiple: boolean
}

/** A dashboard as it is stored, exported and imported. */
export type DashboardDocument = {
  format: number
  title: string
  description: string | null
  range: RangeDocument
  /** Null: that of the viewer. */
  timezone: string | null
  variables: VariableDocument[]
  panels: PanelDocument[]
}

/** The format that this page writes. */
export const documentFormat = 1

/** Columns of the grid that panels stand on. */
export const gridColumns = 12

/**
 * Reads a stored document. What is missing becomes what is usual; what this page does not know stays where it is, so that
 * saving a dashboard never takes anything from it that a newer page put there.
 */
export function readDocument(stored: unknown): DashboardDocument {
  const record = recordOf(stored)
  return {
    ...record,
    format: readNumber(record.format, documentFormat),
    title: readString(record.title, ''),
    description: readStringOrNull(record.description),
    range: isRange(record.range) ? record.range : { last: 'PT24H' },
    timezone: readStringOrNull(record.timezone),
    variables: readArray(record.variables).map(readVariable),
    panels: readArray(record.panels).map(readPanel),
  }
}

function readVariable(stored: unknown): VariableDocument {
  const record = recordOf(stored)
  const name = readString(record.name, '')
  return {
    ...record,
    name,
    title: readString(record.title, name),
    dimension: readString(record.dimension, ''),
    dataset: readString(record.dataset, 'jobs'),
    values: readArray(record.values).filter(isString),
    multiple: record.multiple !== false,
  }
}

function readPanel(stored: unknown, index: number): PanelDocument {
  const record = recordOf(stored)
  const layout = recordOf(record.layout)
  return {
    ...record,
    id: readString(record.id, `panel-${index}`),
    kind: readString(record.kind, ''),
    title: readString(record.title, ''),
    layout: {
      x: readNumber(layout.x, 0),
      y: readNumber(layout.y, 0),
      w: readNumber(layout.w, 6),
      h: readNumber(layout.h, 6),
    },
    query: isQuery(record.query) ? withoutNulls(record.query) : null,
    answers: readArray(record.answers).filter(isAnswerForm),
    options: recordOf(record.options),
  }
}

const isString = (value: unknown): value is string => typeof value === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRange = (value: unknown): value is RangeDocument =>
  isRecord(value) &&
  (isString(value.last) || isPeriod(value.previous) || isPeriod(value.current) || isString(value.from))

const isPeriod = (value: unknown): value is CalendarPeriod => calendarPeriods.some((period) => period === value)

const isQuery = (value: unknown): value is PanelQuery =>
  isRecord(value) && isString(value.dataset) && Array.isArray(value.measures) && value.measures.every(isString)

/** In a stored question, null and absent say the same. */
const withoutNulls = (query: PanelQuery): PanelQuery => {
  const { dataset, measures, ...parts } = query
  const said = Object.entries(parts).filter(([, part]) => part !== null)
  return { dataset, measures, ...Object.fromEntries(said) }
}

const isAnswerForm = (value: unknown): value is AnswerForm =>
  value === 'ROWS' || value === 'TOTAL' || value === 'SERIES'

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

const readArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const readString = (value: unknown, otherwise: string): string => (isString(value) ? value : otherwise)

const readStringOrNull = (value: unknown): string | null => (isString(value) ? value : null)

const readNumber = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

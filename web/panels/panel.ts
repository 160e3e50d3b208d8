import type { ComponentType } from 'react'
import type { Canvas } from '../charts/chart.ts'
import type { Shape } from '../charts/picture/shape.ts'
import type { Granularity } from '../lib/granularity.ts'
import type { Span } from '../lib/range.ts'
import type { IconName } from '../ui/icon.tsx'
import type { KeyPart } from './keys.ts'

/** What a number counts, as the GraphQL schema names it. */
export type Unit = 'COUNT' | 'RATIO' | 'MILLISECONDS' | 'PER_HOUR' | 'CURRENCY' | 'NONE'

/** A value of a table: a text, a number, or nothing known. */
export type Cell = string | number | null

/** A condition on a dimension, or a group of such: `FilterInput` of GraphQL. */
export type PanelFilter = {
  dimension?: string | null
  op?: 'IS' | 'IS_NOT' | 'IN' | 'NOT_IN' | 'CONTAINS' | 'RANGE' | 'IS_EMPTY' | 'IS_NOT_EMPTY' | null
  values?: string[] | null
  min?: number | null
  max?: number | null
  any?: PanelFilter[] | null
  all?: PanelFilter[] | null
}

/**
 * The question of a panel: a `MetricQuery` without what the dashboard gives. `every` may be AUTO: as long as the range makes
 * sensible. A `range` of its own stands, whatever the dashboard shows.
 */
export type PanelQuery = {
  dataset: string
  measures: string[]
  dimensions?: string[]
  filters?: PanelFilter[]
  every?: Granularity | 'AUTO' | null
  orderBy?: { by: string; direction: 'ASC' | 'DESC' }[]
  limit?: number | null
  others?: boolean
  compare?: 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR' | null
  range?: PanelRange | null
}

/** A stretch of time that a calendar has. */
export type CalendarPeriod = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR'

/** A range of time: `TimeRangeInput` of GraphQL, moments in ISO 8601. */
export type PanelRange = {
  last?: string
  previous?: CalendarPeriod
  count?: number
  current?: CalendarPeriod
  from?: string
  to?: string
}

/**
 * In which forms a question is answered. ROWS: a table as the question says. TOTAL: a table without buckets of time.
 * SERIES: over time; where the question has no `every`, as with AUTO.
 */
export type AnswerForm = 'ROWS' | 'TOTAL' | 'SERIES'

/** What every answer says of itself. Times are ISO 8601 in UTC. */
export type Passport = {
  from: string
  to: string
  comparedFrom: string | null
  comparedTo: string | null
  asOf: string
  timezone: string
  truncated: boolean
  /** The buckets of time that were chosen; null for a total. */
  every: Granularity | null
}

/** A column of a table. */
export type PanelColumn = {
  name: string
  title: string
  type: 'TIME' | 'STRING' | 'INTEGER' | 'FLOAT'
  unit: Unit
  role: 'TIME' | 'DIMENSION' | 'MEASURE'
}

/** An answer as rows. */
export type TableAnswer = Passport & {
  columns: readonly PanelColumn[]
  rows: readonly (readonly Cell[])[]
  /** For each row: whether its bucket, or the range, has passed. */
  complete: readonly boolean[]
  totalCount: number
}

/** One bucket of a series. */
export type PanelPoint = { at: string; value: number | null; complete: boolean }

/** One line of an answer over time. */
export type PanelSeries = {
  id: string
  measure: string
  title: string
  label: string
  unit: Unit
  key: readonly { dimension: string; value: string | null }[]
  isOther: boolean
  points: readonly PanelPoint[]
  compare: readonly PanelPoint[] | null
}

/** An answer over time. */
export type SeriesAnswer = Passport & { series: readonly PanelSeries[] }

/** The answers of a panel, in the forms that it asked for; absent until they came. */
export type PanelAnswers = { ROWS?: TableAnswer; TOTAL?: TableAnswer; SERIES?: SeriesAnswer }

/** A note at a moment, or over a stretch of time: a release, an incident. */
export type PanelAnnotation = { id: string; kind: string; at: string; to: string | null; title: string }

/**
 * What a part of a picture stands for: values of dimensions, a bucket of time, and in words what else it is confined to that
 * no filter says, such as 'Mondays, 14:00–15:00'.
 */
export type PickedPart = { key: readonly KeyPart[]; span?: Span; besides?: string }

/** What a panel tells its dashboard, and what the dashboard tells a panel. Moments are milliseconds since 1970. */
export type PanelInteraction = {
  /** Start of the bucket under the cursor, shared by all panels; null for none. */
  cursor: number | null
  onCursor: (at: number | null) => void
  /** A range was drawn over the panel: it becomes that of all panels. */
  onZoom?: (span: Span) => void
  /** The viewer asked for a range `factor` times as long around a moment. */
  onZoomBy?: (factor: number, at: number) => void
  /** A value was picked: keep only it, on all panels. */
  onFilter?: (dimension: string, value: string | null) => void
  /** The rows behind a value are asked for. */
  onDrill?: (part: PickedPart) => void
}

/** What a panel draws. */
export type PanelProps<Options> = {
  title: string
  query: PanelQuery
  answers: PanelAnswers
  options: Options
  annotations: readonly PanelAnnotation[]
  /** Places among the colours, by the key of a series or row: the same thing has the same colour on every panel. */
  colourOf: (key: string) => number
} & PanelInteraction

/** The same numbers as a table, for the twin of a picture, the CSV and the clipboard. */
export type TableTwin = { columns: readonly PanelColumn[]; rows: readonly (readonly Cell[])[] }

/** How many measures and dimensions a panel can show, and whether its question needs buckets of time. */
export type PanelNeeds = {
  measures: readonly [least: number, most: number]
  dimensions: readonly [least: number, most: number]
  time: 'NEEDED' | 'POSSIBLE' | 'NONE'
}

/** What a picture is made of, without a page around it. */
export type PictureInput<Options> = Pick<
  PanelProps<Options>,
  'title' | 'answers' | 'options' | 'annotations' | 'colourOf'
>

/** A picture, and what its colours stand for. */
export type PanelPicture = { shapes: readonly Shape[]; legend: readonly { label: string; colour: string }[] }

/** A kind of panel: one folder, and its line in `index.ts`. What draws and edits is loaded when it is needed. */
export type PanelKind<Options = unknown> = {
  /** As it is stored. Never changes. */
  kind: string
  title: string
  /** What it is good for, in one sentence. */
  description: string
  icon: IconName
  /** Null: it shows no numbers, such as a text. */
  needs: PanelNeeds | null
  /** In which forms its question is answered: first the one without which there is nothing to draw. */
  answers: (options: Options) => AnswerForm[]
  /** On a grid of 12 columns and rows of 40 px. */
  size: { w: number; h: number; minW: number; minH: number }
  /** Reads stored options. What is missing or cannot be read becomes what is usual: it never throws. */
  readOptions: (stored: unknown) => Options
  Panel: ComponentType<PanelProps<Options>>
  /** Edits what only this kind has. */
  Editor: ComponentType<{ options: Options; onChange: (options: Options) => void; query: PanelQuery }>
  /** The same numbers as rows. */
  table: (answers: PanelAnswers, options: Options) => TableTwin
  /** The panel in words, for those who do not see it. */
  summary: (answers: PanelAnswers, options: Options, title: string) => string
  /** Draws it for a download or a report; absent for kinds that are no picture. */
  picture?: () => Promise<(input: PictureInput<Options>, canvas: Canvas) => PanelPicture>
  /** For tests and the gallery. */
  example: { query: PanelQuery; answers: PanelAnswers; options: Options }
}

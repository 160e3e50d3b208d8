import type { Piece, Pieces } from '../../db/pieces.ts'

export const UNITS = ['COUNT', 'RATIO', 'MILLISECONDS', 'PER_HOUR', 'CURRENCY', 'NONE'] as const
export type Unit = (typeof UNITS)[number]
export const COLUMN_TYPES = ['TIME', 'STRING', 'INTEGER', 'FLOAT'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/**
 * A piece of SQL that stands in the catalog: fixed text that names the rows `r`. Only a dimension family puts something of
 * the user's into it, and that as a bound parameter.
 */
export type SqlPiece = (sql: Pieces) => Piece

/** Something that can be counted or calculated over a group of rows. */
export interface Measure {
  name: string
  title: string
  description: string
  unit: Unit
  type: ColumnType
  /** True when the values of parts add up to the value of the whole. */
  additive: boolean
  /**
   * Where it is a quotient of sums: of which measures, and the dimensions that tell these apart, or follow from it. To split by
   * them would explain it by itself.
   */
  quotient?: { numerator: readonly string[]; denominator: readonly string[]; apart?: readonly string[] }
  /** Where it has no parts that add up to it: the measure whose parts explain a change of it. */
  explainedBy?: string
  /** What a group without rows has: 0 for counts and sums, null for everything that needs rows to exist. */
  empty: 0 | null
  /** The aggregate over a group's partials `r`, as `bigint` or `float8`. */
  aggregate: SqlPiece
  /** True when the aggregate is to be divided by the hours of the bucket (or range) that have passed. */
  perHour?: true
  /** The dimension whose values cannot be mixed in it: a question has to split by it, or keep one value of it. */
  within?: string
  /** The dimension that says what it is counted in: values that differ there cannot be added or subtracted. */
  countedIn?: string
  /** True when it tells pipelines apart: rows that stand for all of them together will not do. */
  perPipeline?: true
}

/**
 * A table that has the texts for the numbers in a dataset's rows. Rows are grouped by the number, and only the groups are
 * looked up (half the time of a join before the grouping, measured over 500,000 rows). It begins with `organization_id`.
 */
export interface Lookup {
  relation: string
  /** The column with the number, unique within an organization. */
  id: string
  /** The column with the value: unique within an organization, never null. */
  value: string
  /** The column with a text for people. */
  label: string
}

/** About how many different values there are: a dozen, some hundreds, or up to one for each row. */
export const CARDINALITIES = ['FEW', 'SOME', 'MANY'] as const

/** Something that rows can be split and filtered by. All values are text, but for those of bins; null is a value of its own. */
export interface Dimension {
  name: string
  title: string
  description: string
  type: ColumnType
  cardinality: (typeof CARDINALITIES)[number]
  /** All values there can be, when they are known beforehand. */
  values?: readonly string[]
  /** True where nearly every row has a value of its own: it filters, but splitting by it says nothing. */
  filterOnly?: true
  /** Where a value is the lower edge of a bin of a number: the unit of that number. */
  binned?: Unit
  /** What rows `r` are grouped by. */
  value: SqlPiece
  /** Where the value of a row is only a number that stands for one: the table that has the text. */
  lookup?: Lookup
  /** Where a value is a number: the number of a row `r`. */
  number?: SqlPiece
  /** True for rows whose value is among the texts. Needed only where the value is not of the type text. */
  oneOf?: (sql: Pieces, values: readonly string[]) => Piece
}

/** Dimensions that are not known beforehand: every name that begins with the prefix is one. */
export interface DimensionFamily {
  /** Such as `label.`; the rest of the name is the user's. */
  prefix: string
  /** How it is shown in the catalog, such as `label.<name>`. */
  pattern: string
  title: string
  description: string
  make: (rest: string) => Dimension
}

/** A column of the partial aggregates that measures are made of: single rows have it, and rollups. */
export interface PartialColumn {
  name: string
  /** Its value for one row `r`. */
  ofRow: SqlPiece
  /** Its value for a row `r` of a rollup. Default: the column of this name. */
  ofRollup?: SqlPiece
}

/**
 * Tables with one row for each full hour, or day, of UTC and each value of its dimensions, kept by api/rollups. Their columns
 * are those of the dataset's partials, and `organization_id`, `at` and `pipeline_id`, which is 0 for all pipelines together.
 */
export interface Rollup {
  hour: string
  day: string
  /** Names of the dimensions that it tells apart, besides `pipeline`. */
  dimensions: readonly string[]
}

/** A column to show of the single rows behind a number. */
export interface DetailColumn {
  name: string
  title: string
  type: ColumnType
  unit: Unit
}

/** Something that can be charted. */
export interface Dataset {
  name: string
  title: string
  description: string
  /** What is read: `table as r`, with a column `organization_id` and one that places each row in time. */
  rows: SqlPiece
  timeColumn: string
  /** The column with the number of the pipeline that a row belongs to: keys may be confined to pipelines. */
  pipelineColumn: string
  /** Null: all questions are answered from the rows, which are kept for ever. */
  rollup: Rollup | null
  partials: readonly PartialColumn[]
  measures: readonly Measure[]
  dimensions: readonly Dimension[]
  families: readonly DimensionFamily[]
  /** What to show of the single rows behind a number. */
  details: readonly DetailColumn[]
}

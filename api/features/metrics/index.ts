import './dataset.ts'

export {
  askSeries,
  askTable,
  compileQuestion,
  coverageOf,
  type AskDeps,
  type AskedQuestion,
  type Passport,
  type Series,
  type Table,
} from './ask.ts'
export { askParts, explainingMeasure, type MeasureInParts } from './ask-parts.ts'
export { countsPerHour } from './counts-per-hour.ts'
export { hasDimension } from './find-dimension.ts'
export { bucketEdges } from './buckets.ts'
export { KeyPartRef } from './key-part.ts'
export { checkTimezone } from './range.ts'
export { MAX_KEYS, MAX_POINTS } from './limits.ts'
export { UnitEnum } from './measure.ts'
export { type AnsweredTable, answerTable, TableRef } from './table.ts'
export { PointRef } from './point.ts'
export { type AnsweredSeries, answerSeries, SeriesRef } from './series.ts'
export type { Column } from './columns.ts'
export {
  type AnswerKind,
  GRANULARITIES,
  type Granularity,
  GranularityEnum,
  MetricQueryRef,
  type MetricQuery,
} from './metric-query.ts'
export { FILTER_OPS, type FilterInput, FilterRef } from './filter-input.ts'
export type { Cell } from './cell.ts'
export type { KeyPart, Point } from './shape-series.ts'

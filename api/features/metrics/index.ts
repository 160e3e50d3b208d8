import './dataset.ts'
import './series.ts'
import './table.ts'

export { askSeries, askTable, compileQuestion, type AskDeps, type Passport, type Series, type Table } from './ask.ts'
export type { Column } from './columns.ts'
export { MetricQueryRef, type MetricQuery } from './metric-query.ts'
export type { Cell } from './cell.ts'
export type { KeyPart, Point } from './shape-series.ts'

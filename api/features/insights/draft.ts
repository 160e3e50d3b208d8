import type { Unit } from '../../../analytics/sentences/subject.ts'
import type { InsightKind, Watch } from './watches.ts'

/** The series that something was found in. */
export interface Place {
  /** Key of the pipeline. */
  pipeline: string
  measure: string
  title: string
  unit: Unit
  currency: string | null
  every: Watch['every']
}

/** What a scan found, before it is known whether it was found before. Values are in the unit of the measure. */
export interface Draft extends Place {
  kind: InsightKind
  direction: 'UP' | 'DOWN'
  startedAt: Date
  /** Null while it lasts, as far as the complete buckets go. */
  endedAt: Date | null
  /** What was expected, and what came: of an event its farthest value, of a change or trend what it was before and after. */
  expected: number
  actual: number
  /** The band of an event; null otherwise. */
  lower: number | null
  upper: number | null
  baselineFrom: Date
  baselineTo: Date
  method: string
  pValue: number
  qValue: number
  confidence: number
  sentence: string
}

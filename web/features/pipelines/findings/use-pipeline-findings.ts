import { useMemo } from 'react'
import { useLiveQuery } from '../../../lib/live/use-live-query.ts'
import type { PipelineCharts } from '../pipeline-shape.ts'
import type { FindingName } from '../search.ts'
import type { PageRange } from '../use-page-range.ts'
import { findingsVariables, PipelineFindings } from './findings-query.ts'
import { isAbout, shapeFindings, type MeasureFindings } from './findings-shape.ts'

interface Question {
  pipeline: string
  range: PageRange
  shown: readonly FindingName[]
  /** The charts that the findings are drawn over. */
  charts: PipelineCharts | null
}

/** What the page knows of the findings. */
export interface FindingsState {
  /** By measure; empty while nothing is known of the range that the charts show. */
  found: readonly MeasureFindings[]
  /** Why the newest attempt failed. */
  error: unknown
  /** An answer is on its way. */
  fetching: boolean
  refetch: () => void
}

const none: readonly MeasureFindings[] = []

/** Looks for what is shown, and for nothing when nothing is. New jobs seldom change what was found: it follows them calmly. */
export function usePipelineFindings({ pipeline, range, shown, charts }: Question): FindingsState {
  const { data, error, fetching, refetch } = useLiveQuery(PipelineFindings, findingsVariables(pipeline, range, shown), {
    intervalMs: 10_000,
    pause: shown.length === 0,
  })
  const found = useMemo(() => {
    if (!data || !charts || shown.length === 0) return none
    const { every, timezone } = charts.byStatus
    return isAbout(data.series, charts.range, every) ? shapeFindings(data.series, shown, { every, timezone }) : none
  }, [data, charts, shown])
  return { found, error, fetching, refetch }
}

import { useMemo } from 'react'
import { lastPresets } from '../../lib/range-presets.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FindingsBar } from './findings/findings-bar.tsx'
import { withFindings } from './findings/findings-shape.ts'
import { usePipelineFindings } from './findings/use-pipeline-findings.ts'
import { PipelineCharts } from './pipeline-charts.tsx'
import { PipelineNumbers } from './pipeline-numbers.tsx'
import { PipelineMetrics as PipelineMetricsDocument, pipelineVariables } from './pipeline-query.ts'
import { shapeCharts } from './pipeline-shape.ts'
import { MetricsSkeleton } from './pipeline-skeleton.tsx'
import { numberIn, readTable } from './read-table.ts'
import type { FindingName } from './search.ts'
import type { PageRange } from './use-page-range.ts'

interface PipelineMetricsProps {
  pipeline: string
  range: PageRange
  /** What is looked for in the series and drawn over the charts. */
  shown: readonly FindingName[]
  onShow: (shown: FindingName[]) => void
}

/** The figures and charts of a pipeline for the range, live. */
export function PipelineMetrics({ pipeline, range, shown, onShow }: PipelineMetricsProps) {
  const variables = pipelineVariables(pipeline, range)
  const { data, error, stale, fetching, refetch } = useLiveQuery(PipelineMetricsDocument, variables, {
    intervalMs: 2000,
  })
  const { every } = range
  const isOpen = range.zoom === null && range.choice.kind !== 'between'
  const bare = useMemo(() => (data ? shapeCharts(data.series, every, isOpen) : null), [data, every, isOpen])
  const findings = usePipelineFindings({ pipeline, range, shown, charts: bare })
  const charts = useMemo(() => bare && withFindings(bare, findings.found), [bare, findings.found])
  const totals = data ? readTable(data.totals)[0] : undefined

  if (!data) return error && !fetching ? <ErrorPanel error={error} onRetry={refetch} /> : <MetricsSkeleton />
  return (
    <div className="pipeline-metrics" data-stale={stale || undefined}>
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
      {totals ? <PipelineNumbers totals={totals} /> : null}
      {charts && totals && numberIn(totals, 'count') !== 0 ? (
        <>
          <FindingsBar shown={shown} onShow={onShow} {...findings} />
          <PipelineCharts pipeline={pipeline} charts={charts} range={range} />
        </>
      ) : (
        <NoJobs range={range} />
      )}
    </div>
  )
}

/** Instead of empty charts: the one press that shows some. */
function NoJobs({ range }: { range: PageRange }) {
  const longest = lastPresets.at(-1)
  const wider = longest ? (
    <Button onPress={() => range.choose(longest.choice)}>Show the {longest.label.toLowerCase()}</Button>
  ) : null
  return (
    <Empty
      title="No jobs in this range"
      action={range.zoom ? <Button onPress={range.resetZoom}>Reset zoom</Button> : wider}
    >
      Jobs of this pipeline that begin in this range appear here by themselves.
    </Empty>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { BarChart, LineChart, type ChartInteraction } from '../../charts/index.ts'
import type { Granularity } from '../../lib/granularity.ts'
import { spanInput } from '../../lib/range-span.ts'
import type { Span } from '../../lib/range.ts'
import { useMedia } from '../../lib/use-media.ts'
import { Panel } from '../../ui/panel.tsx'
import { statuses, type Status } from '../../ui/status.tsx'
import { withinRange, type PipelineCharts as Charts } from './pipeline-shape.ts'
import type { PageRange } from './use-page-range.ts'

interface PipelineChartsProps {
  pipeline: string
  charts: Charts
  range: PageRange
}

const byStatusOptions: Readonly<Record<Granularity, { title: string; caption: string }>> = {
  MINUTE: { title: 'Jobs by status', caption: 'per minute' },
  HOUR: { title: 'Jobs by status', caption: 'per hour' },
  DAY: { title: 'Jobs by status', caption: 'per day' },
  WEEK: { title: 'Jobs by status', caption: 'per week' },
  MONTH: { title: 'Jobs by status', caption: 'per month' },
  QUARTER: { title: 'Jobs by status', caption: 'per quarter' },
  YEAR: { title: 'Jobs by status', caption: 'per year' },
}
const failureOptions = { title: 'Failure rate', caption: 'of finished jobs' }
const durationOptions = { title: 'Duration', caption: 'and time in the queue' }

const failures: readonly Status[] = ['FAILED', 'TIMED_OUT']

/** The charts of a pipeline. They share the cursor, and a range drawn on one is the range of all. */
export function PipelineCharts({ pipeline, charts, range }: PipelineChartsProps) {
  const [cursor, setCursor] = useState<number | null>(null)
  const open = useOpenJobs(pipeline, charts.range)
  const press = useMedia('(pointer: coarse)') ? 'Tap again to open' : 'Click or Enter opens'
  const shared: ChartInteraction = {
    cursor,
    onCursor: setCursor,
    onZoom: range.zoomTo,
    onZoomBy: range.zoomBy,
    openHint: `${press} these jobs`,
  }
  return (
    <div className="pipeline-charts">
      <Panel>
        <BarChart
          {...shared}
          data={charts.byStatus}
          options={byStatusOptions[charts.byStatus.every]}
          onOpen={(bucket, id) =>
            open(
              bucket,
              statuses.filter((status) => status === id),
            )
          }
        />
      </Panel>
      <Panel>
        <LineChart
          {...shared}
          data={charts.failureRate}
          options={failureOptions}
          openHint={`${press} the jobs that failed`}
          onOpen={(bucket) => open(bucket, failures)}
        />
      </Panel>
      <Panel>
        <LineChart
          {...shared}
          data={charts.durations}
          options={durationOptions}
          onOpen={(bucket) => open(bucket, [])}
        />
      </Panel>
    </div>
  )
}

/** Opens the list of jobs with those of a bucket; of any status when none is named. */
function useOpenJobs(pipeline: string, range: Span) {
  const navigate = useNavigate()
  return (bucket: Span, of: readonly Status[]) => {
    const { from, to } = spanInput(withinRange(bucket, range))
    const status = of.length === 0 ? undefined : [...of]
    void navigate({ to: '/jobs', search: { pipeline: [pipeline], status, from, to } })
  }
}

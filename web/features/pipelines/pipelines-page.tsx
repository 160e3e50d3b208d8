import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { sparklineLimits } from '../../lib/granularity.ts'
import { formatCount } from '../../lib/format.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { rangeWords } from '../../lib/range-words.ts'
import { DateRange } from '../../ui/date-range/date-range.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { RangeProblem } from '../../ui/range-problem.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { PipelinesEmpty } from './pipelines-empty.tsx'
import { mostPipelines, PipelinesPage as PipelinesPageDocument, pipelinesVariables } from './pipelines-query.ts'
import { shapePipelines } from './pipelines-shape.ts'
import { PipelinesSkeleton } from './pipelines-skeleton.tsx'
import { PipelinesTable } from './pipelines-table.tsx'
import type { PipelinesSearch } from './search.ts'
import { orderOf, pressHeading, sortRows } from './sort-rows.ts'
import { usePageRange, type PageRange } from './use-page-range.ts'

/** The list of pipelines: how each has been doing in the range, live. */
export function PipelinesPage() {
  const search = useSearch({ from: '/signed-in/pipelines' })
  const navigate = useNavigate({ from: '/pipelines' })
  const change = (part: Partial<PipelinesSearch>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace })
  const range = usePageRange(search, change, sparklineLimits)
  return (
    <Page
      title="Pipelines"
      actions={
        <>
          <TextFilter
            label="Search pipelines"
            group="Pipelines"
            text={search.text ?? ''}
            onChange={(text) => change({ text: text || undefined }, true)}
          />
          <DateRange choice={range.choice} zoom={range.zoom} onChange={range.choose} timezone={range.timezone} />
        </>
      }
    >
      <RangeProblem problem={range.problem} />
      <PipelinesList search={search} range={range} change={change} />
    </Page>
  )
}

interface PipelinesListProps {
  search: PipelinesSearch
  range: PageRange
  change: (part: Partial<PipelinesSearch>) => void
}

function PipelinesList({ search, range, change }: PipelinesListProps) {
  const variables = pipelinesVariables(search.text, range)
  const { data, error, stale, fetching, refetch } = useLiveQuery(PipelinesPageDocument, variables, { intervalMs: 2000 })
  const order = orderOf(search)
  const { by, direction } = order
  const rows = useMemo(() => (data ? sortRows(shapePipelines(data), { by, direction }) : []), [data, by, direction])

  if (!data) return error && !fetching ? <ErrorPanel error={error} onRetry={refetch} /> : <PipelinesSkeleton />
  if (rows.length === 0 && !stale) return <PipelinesEmpty text={search.text} />
  const { totalCount } = data.pipelines
  return (
    <>
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
      <PipelinesTable
        rows={rows}
        order={order}
        onSort={(column) => change(pressHeading(order, column))}
        rangeWords={rangeWords(range.choice, range.timezone)}
        linkSearch={{ range: search.range, from: search.from, to: search.to }}
        stale={stale}
      />
      {totalCount > mostPipelines ? (
        <p className="muted">
          These are the first {mostPipelines} of {formatCount(totalCount, 'pipeline')}. Search to find the others.
        </p>
      ) : null}
      {data.buckets.truncated ? (
        <p className="muted">Some bars are left out: choose a shorter range to see all.</p>
      ) : null}
    </>
  )
}

import './jobs-page.css'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { graphql, readFragment } from '../../gql/index.ts'
import { viewerZone } from '../../lib/format-time.ts'
import { useChangedRows } from '../../lib/live/use-changed-rows.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { readRange } from '../../lib/range.ts'
import { useNow } from '../../lib/use-now.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { RangeProblem } from '../../ui/range-problem.tsx'
import { JobRow } from './job-columns.tsx'
import { isFiltered, type JobsSearch } from './jobs-search.ts'
import { JobsEmpty } from './jobs-empty.tsx'
import { JobsFilters } from './jobs-filters.tsx'
import { JobsPager } from './jobs-pager.tsx'
import { JobsSkeleton } from './jobs-skeleton.tsx'
import { JobsTable } from './jobs-table.tsx'
import { jobsVariables } from './jobs-variables.ts'

const JobsPageQuery = graphql(`
  query JobsPage($filter: JobFilter, $orderBy: JobOrder, $first: Int, $last: Int, $after: String, $before: String) {
    jobs(filter: $filter, orderBy: $orderBy, first: $first, last: $last, after: $after, before: $before) {
      nodes {
        ...JobRow
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`)

/** The list of jobs: newest first, live, narrowed down by what stands in the address. */
export function JobsPage() {
  const search = useSearch({ from: '/signed-in/jobs' })
  return (
    <Page title="Jobs">
      <JobsFilters search={search} />
      <RangeProblem problem={readRange(search).problem} />
      <JobsList search={search} />
    </Page>
  )
}

function JobsList({ search }: { search: JobsSearch }) {
  const now = useNow(60_000)
  const variables = jobsVariables(search, now, viewerZone)
  const { data, error, stale, fetching, refetch } = useLiveQuery(JobsPageQuery, variables)
  const nodes = data?.jobs.nodes
  const jobs = useMemo(() => readFragment(JobRow, nodes ?? []), [nodes])
  const changed = useChangedRows(data && !stale ? jobs : null, JSON.stringify(search))

  if (!data) {
    return error && !fetching ? <ErrorPanel error={error} onRetry={refetch} /> : <JobsSkeleton />
  }
  if (jobs.length === 0 && !stale) return <JobsEmpty filtered={isFiltered(search)} />
  return (
    <>
      <JobsTable jobs={jobs} search={search} changed={changed} stale={stale} />
      <JobsPager search={search} pageInfo={data.jobs.pageInfo} shown={jobs.length} />
    </>
  )
}

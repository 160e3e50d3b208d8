import { useState } from 'react'
import { graphql } from '../../gql/index.ts'
import { formatCount } from '../../lib/format.ts'
import { viewerZone } from '../../lib/format-time.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import type { JobsSearch } from './jobs-search.ts'
import { jobsFilter } from './jobs-variables.ts'

const JobsTotal = graphql(`
  query JobsTotal($filter: JobFilter) {
    jobs(filter: $filter, first: 0) {
      totalCount
    }
  }
`)

// Counting reads every job that matches, unlike a page of the list.
const COUNT_AGAIN_MS = 5000

/** How many jobs there are in all: counted when asked for, because on years of jobs it is the dearest question of the page. */
export function JobsCount({ search, shown }: { search: JobsSearch; shown: number }) {
  const now = useNow(60_000)
  const filter = jobsFilter(search, now, viewerZone)
  const [asked, setAsked] = useState(false)
  const count = useLiveQuery(JobsTotal, { filter }, { pause: !asked, intervalMs: COUNT_AGAIN_MS })
  const total = count.data?.jobs.totalCount
  return (
    <div className="jobs-count" aria-live="polite">
      {asked && total !== undefined ? (
        <span className="numeric" data-stale={count.stale || undefined}>
          {formatCount(total, 'job')} in all
        </span>
      ) : (
        <>
          <span className="numeric">{formatCount(shown, 'job')} on this page</span>
          {asked && count.fetching ? (
            <span>Counting all</span>
          ) : (
            <Button look="quiet" onPress={() => (asked ? count.refetch() : setAsked(true))}>
              {count.error ? 'Count again' : 'Count all'}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

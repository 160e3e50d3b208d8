import type { JobFilter, JobOrder } from '../../gql/graphql.ts'
import { readRange } from '../../lib/range.ts'
import { rangeInput } from '../../lib/range-span.ts'
import { firstPage, readLabel, type JobsSearch } from './jobs-search.ts'

/** How many jobs a page of the list has. */
export const PAGE_SIZE = 50

/** The arguments of `jobs` in the GraphQL schema. */
export interface JobsVariables {
  filter: JobFilter | null
  orderBy: JobOrder
  first: number | null
  last: number | null
  after: string | null
  before: string | null
}

/**
 * What to ask the server for an address.
 * @param now milliseconds since 1970: what 'today' means
 * @param timezone IANA name: where its midnights are
 */
export function jobsVariables(search: JobsSearch, now: number, timezone: string): JobsVariables {
  const backward = search.page === 'last' || search.before !== undefined
  return {
    filter: jobsFilter(search, now, timezone),
    orderBy: {
      by: search.sort === 'duration' ? 'DURATION' : 'TIME',
      direction: search.direction === 'asc' ? 'ASC' : 'DESC',
    },
    first: backward ? null : PAGE_SIZE,
    last: backward ? PAGE_SIZE : null,
    after: backward ? null : (search.after ?? null),
    before: search.page === 'last' ? null : (search.before ?? null),
  }
}

/** The filter alone; null when nothing is filtered. All of time, unless the address names a range. */
export function jobsFilter(search: JobsSearch, now: number, timezone: string): JobFilter | null {
  const filter: JobFilter = {}
  if (search.status) filter.status = search.status
  if (search.pipeline) filter.pipeline = search.pipeline
  if (search.text) filter.text = search.text
  const labels = (search.label ?? []).map(readLabel).filter((label) => label !== null)
  if (labels.length > 0) filter.labels = labels
  if (hasRange(search)) filter.range = rangeInput(readRange(search).choice, now, timezone)
  return Object.keys(filter).length === 0 ? null : filter
}

/** True when the address names a range of time. */
export function hasRange({ range, from, to }: JobsSearch): boolean {
  return range !== undefined || from !== undefined || to !== undefined
}

/** The address of another order: the same column turns round, another one begins with its largest first. */
export function sortSearch(search: JobsSearch, by: 'time' | 'duration'): JobsSearch {
  const same = (search.sort ?? 'time') === by
  return {
    ...search,
    ...firstPage,
    sort: by === 'duration' ? 'duration' : undefined,
    direction: same && search.direction !== 'asc' ? 'asc' : undefined,
  }
}

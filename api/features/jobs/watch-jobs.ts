import type { Sql } from '../../db/client.ts'
import type { Reach } from '../../db/reach.ts'
import type { Changes } from '../../lib/changes.ts'
import type { Mailbox } from '../../lib/mailbox.ts'
import { watchRows } from '../live/index.ts'
import { type JobFilter, resolveJobFilter } from './job-filter.ts'
import type { JobRow } from './job-row.ts'
import { findChangedJobs } from './queries.ts'

/** What watching needs from outside. */
interface Source {
  sql: Sql
  now: () => Date
  changes: Changes
}

/** The jobs of the organization that the filter keeps, each time that one changes, from now on. Ends like `watchRows`. */
export function watchJobs({ sql, now, changes }: Source, reach: Reach, filter: JobFilter): Mailbox<JobRow>['values'] {
  return watchRows<JobRow>(changes, {
    organizationId: reach.organizationId,
    dataset: 'jobs',
    key: JSON.stringify([reach, filter]),
    find: (changed) => findChangedJobs(sql, reach, changed, resolveJobFilter(filter, now())),
    advice: 'Ask for "jobs" again, and subscribe anew.',
  })
}

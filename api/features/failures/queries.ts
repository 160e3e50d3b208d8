import type { Failure } from '../../../analytics/failures/group-failures.ts'
import type { Sql } from '../../db/client.ts'
import type { Reach } from '../../db/reach.ts'
import { jobsWhere, type ResolvedJobFilter } from '../jobs/index.ts'

/** The different error messages of the jobs that a filter keeps, those that stand in most jobs first. */
export async function selectErrors(
  sql: Sql,
  reach: Reach,
  filter: ResolvedJobFilter,
  limit: number,
): Promise<Failure[]> {
  return sql<Failure[]>`
    /* selectErrors */
    select j.error as message, count(*) as count,
           (extract(epoch from min(j.at)) * 1000)::float8 as first, (extract(epoch from max(j.at)) * 1000)::float8 as last
    from jobs j
    where ${jobsWhere(sql, reach, filter)} and j.error <> ''
    group by j.error
    order by count(*) desc, min(j.at), j.error
    limit ${limit}`
}

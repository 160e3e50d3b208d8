import { builder } from '../../schema/builder.ts'
import { type Connection, type Page, type PageArgs, readPage, toConnection } from '../../schema/paging.ts'
import { type JobFilter, JobFilterInput, readJobFilter, resolveJobFilter } from './job-filter.ts'
import { cursorOfJob, type JobOrder, JobOrderInput, NEWEST_FIRST, placeOfCursor } from './job-order.ts'
import type { JobRow } from './job-row.ts'
import { Job } from './job.ts'
import type { JobRequest } from './queries.ts'

/** Which part of which list of jobs is asked for, checked. Equal questions are equal as JSON. */
export interface JobList {
  filter: JobFilter
  order: JobOrder
  page: Page
}

/** `JobConnection` in GraphQL. */
export const JobConnection = builder.connectionObject(
  {
    type: Job,
    name: 'JobConnection',
    description: 'A page of jobs.',
    edgesNullable: { list: false, items: false },
    nodeNullable: false,
  },
  { name: 'JobEdge', description: 'A job and its place in the list.' },
)

/** The arguments of every list of jobs, besides those of paging. */
export const jobListArgs = builder.args((t) => ({
  filter: t.field({ type: JobFilterInput, description: 'Which jobs. Default: all.' }),
  orderBy: t.field({ type: JobOrderInput, description: 'How they are sorted. Default: newest first.' }),
}))

interface JobListArgs extends PageArgs {
  filter?: typeof JobFilterInput.$inferInput | null
  orderBy?: JobOrder | null
}

/** Checks the arguments of a list of jobs. Throws BAD_INPUT. */
export function readJobList({ filter, orderBy, ...page }: JobListArgs): JobList {
  const order = orderBy ?? NEWEST_FIRST
  return { filter: readJobFilter(filter), order: { by: order.by, direction: order.direction }, page: readPage(page) }
}

/** The question for the database, as of now: one job more than the page has tells whether there is another page. */
export function requestOf(
  { filter, order, page }: JobList,
  now: Date,
  fields: ReadonlySet<string> | null = null,
): JobRequest {
  return {
    filter: resolveJobFilter(filter, now),
    order,
    after: placeOfCursor(order, page.after),
    before: placeOfCursor(order, page.before),
    backward: page.backward,
    limit: page.size + 1,
    fields,
  }
}

/** The page that was asked for, made of the rows that were read for it. `fields`: as in `requestOf`. */
export function pageOf(
  { order, page }: JobList,
  rows: readonly JobRow[],
  totalCount: () => Promise<number>,
  fields: ReadonlySet<string> | null = null,
): Connection<JobRow> {
  const hasCursors = fields === null || fields.has('cursor')
  return toConnection(rows, { page, cursorOf: (job) => cursorOfJob(order, job), totalCount, hasCursors })
}

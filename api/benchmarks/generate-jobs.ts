import type { Sql } from '../db/client.ts'
import { createOrganization, findOrganization } from '../features/organizations/index.ts'
import { countKeys, insertJobs, makePipelines, vacuum } from './queries.ts'

/** Nine tenths of the jobs belong to the first, so that a list or a chart of one tenant has others around it. */
const ORGANIZATIONS = [
  { name: 'Benchmark', share: 0.9, pipelines: 40 },
  { name: 'Benchmark neighbour 1', share: 0.05, pipelines: 5 },
  { name: 'Benchmark neighbour 2', share: 0.05, pipelines: 5 },
]
const BATCH = 250_000

export interface GenerateOptions {
  sql: Sql
  /** In all organizations together. */
  jobs: number
  now: Date
  say: (text: string) => void
}

/** What was made: `made` jobs, 0 when all were there; and the large organization. */
export interface Generated {
  organizationId: number
  made: number
}

/**
 * Fills a migrated database with jobs of three organizations. An organization that has its jobs from an earlier run is left
 * as it is; one that has some but not enough is refused with an Error.
 */
export async function generateJobs({ sql, jobs, now, say }: GenerateOptions): Promise<Generated> {
  const ids: number[] = []
  let made = 0
  for (const { name, share, pipelines } of ORGANIZATIONS) {
    const { id } = await findOrganization(sql, name).catch(() => createOrganization(sql, name))
    ids.push(id)
    const total = Math.round(jobs * share)
    const present = await countKeys(sql, id)
    if (present >= total) continue
    if (present > 0) throw new Error(`"${name}" has ${present} jobs instead of ${total}: use an empty database`)
    await makePipelines(sql, id, pipelines)
    for (let from = 1; from <= total; from += BATCH) {
      const to = Math.min(total, from + BATCH - 1)
      await insertJobs(sql, id, { from, to, total, until: now })
      made += to - from + 1
      say(`${name}: ${to.toLocaleString('en')} of ${total.toLocaleString('en')} jobs`)
    }
  }
  if (made > 0) await vacuum(sql)
  return { organizationId: ids[0]!, made }
}

import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { emptyDatabase } from '../../db/testing.ts'
import { countJobs, listJobs } from './queries.ts'

// The driver learns types when it connects: on a first start that is before the migrations make `job_status`.
test('jobs are filtered by several statuses on the connection that migrated the database', async () => {
  const sql = connect(await emptyDatabase(), { max: 1 })
  onTestFinished(() => sql.end())
  await migrate(sql)
  const none = { pipelineKeys: null, triggers: null, labels: [], pattern: null, from: null, to: null }
  const filter = { ...none, statuses: ['FAILED', 'TIMED_OUT'] as const, durationMs: null, queueMs: null }
  const page = {
    order: { by: 'TIME', direction: 'DESC' },
    after: null,
    before: null,
    backward: false,
    limit: 5,
    fields: null,
  } as const
  const reach = { organizationId: 1, pipelines: null, kept: { jobs: null, rollups: null } }
  expect(await listJobs(sql, reach, { ...page, filter: { ...filter, statuses: [...filter.statuses] } })).toEqual([])
  expect(await countJobs(sql, reach, { ...filter, statuses: ['FAILED', 'SUCCEEDED'] })).toBe(0)
})

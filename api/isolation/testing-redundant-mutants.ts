/** Mutants that nothing can see from outside, each with what holds instead. */
export const REDUNDANT: Readonly<Record<string, string>> = {
  'api/ingest/queries.ts lockJobKeys: organization_id = ${organizationId}':
    'it locks too much then: what is read and written afterwards is bound by itself',
  'api/features/jobs/queries.ts findChangedJobs: k.organization_id = ${reach.organizationId}':
    'the jobs joined to it are bound by jobsWhere',
  'api/features/jobs/queries.ts findChangedJobs: j.organization_id = k.organization_id': 'both sides are bound',
  'api/features/jobs/queries.ts lastJobs: ${withinPipelines(sql, reach, sql`j.pipeline_id`)}':
    'the pipelines were found within reach',
  'api/features/jobs/queries.ts neighbours: ${withinPipelines(sql, reach, sql`j.pipeline_id`)}':
    'they are of the pipeline of a job that was found within reach',
  'api/features/jobs/queries.ts pipelineIds: ${withinPipelines(sql, reach, sql`id`)}': 'jobsWhere is confined too',
  "api/features/jobs/loaders.ts jobById: reachFor('jobs.read', context)":
    'whoever has a job or a pipeline was asked at the root',
  "api/features/jobs/loaders.ts lastJobOf: reachFor('jobs.read', context)":
    'whoever has a job or a pipeline was asked at the root',
  "api/features/jobs/loaders.ts neighbourLoader: reachFor('jobs.read', context)":
    'whoever has a job or a pipeline was asked at the root',
  "api/features/jobs/pipeline-jobs.ts pagesOf: reachFor('jobs.read', context)":
    'whoever has a job or a pipeline was asked at the root',
  "api/features/jobs/pipeline-jobs.ts countsOf: reachFor('jobs.read', context)":
    'whoever has a job or a pipeline was asked at the root',
  "api/features/pipelines/pipelines.ts pipeline: reachFor('jobs.read', context)": 'the loader asks too',
  "api/features/pipelines/pipelines.ts pipelineByKey: reachFor('jobs.read', context)": 'the root field asks too',
  "api/features/teams/loaders.ts membersOfTeam: organizationFor('teams.read', context)":
    'whoever has teams.read has members.read, and the other way round',
  "api/features/teams/loaders.ts teamsOfMember: organizationFor('teams.read', context)": 'the same',
  "api/features/members/member-by-id.ts memberById: organizationFor('members.read', context)": 'the same',
  "api/features/members/remove-member.ts remove: organizationFor('members.read', context)":
    'others are removed with members.manage only, and people may read members',
  'api/features/keys/queries.ts lockKeysNamed: organization_id = ${organizationId}':
    'the command line and the demo only',
  'api/access/queries.ts selectSession: quotas.organization_id = sessions.organization_id':
    'it says how many queries run at once: the others wait, and nothing is told',
  'api/access/queries.ts selectKey: quotas.organization_id = api_keys.organization_id': 'the same',
  'api/ingest/queries.ts deleteJobKeys: organization_id = ${organizationId}': 'ids that the same transaction has made',
  "api/server/ingest-route.ts ingestRoute: reachFor('jobs.send', caller)": 'the line above it asks',
  'api/secrets/queries.ts updateSealed: organization_id = ${organizationId}':
    'sealing again at the start, which goes through all organizations',
  'api/rollups/queries.ts countDay: jobs_by_hour.organization_id = ${organizationId}':
    'rows of others are made with their own organization, and the primary key refuses them',
  'api/rollups/queries.ts countDay: job_metrics_by_hour.organization_id = ${organizationId}': 'the same',
  'api/rollups/queries.ts deleteNeedlessMarks: changed_hours.organization_id = newest.organization_id':
    'it takes a hundred marks: marks.db.test.ts makes them',
  'api/features/metrics/compile-partials.ts staleHours: organization_id = ${plan.reach.organizationId}':
    'it tells only where jobs are gone: enforce.db.test.ts asks there',
  'api/ingest/queries.ts selectForgettableJobs: organization_id = ${organizationId}':
    'what it finds is deleted under a condition of its own; what another one has changed only makes it wait',
  'api/features/insights/queries/insights.ts selectKnown: i.organization_id = ${organizationId}':
    'what a scan does with what it knows is bound by itself',
  'api/features/insights/queries/insights.ts selectKnown: p.organization_id = i.organization_id':
    'a scan would know an insight twice, and write the same twice',
  'api/features/insights/queries/insights.ts insertInsight: organization_id = ${organizationId}':
    'it takes months of jobs: insights.db.test.ts scans beside another organization',
  'api/features/insights/queries/insights.ts updateInsight: organization_id = ${organizationId}': 'the same',
  "api/features/insights/insight-series.ts seriesOf: reachFor('metrics.read', context)":
    'whoever has an insight was asked at the root',
  "api/features/insights/loaders.ts feedbackOf: reachFor('metrics.read', context)":
    'whoever has an insight was asked at the root',
  'api/features/dashboards/queries/people.ts deleteDraft: organization_id = ${organizationId}':
    'it takes a person of both organizations: dashboards.db.test.ts has one',
  'api/features/dashboards/queries/people.ts deleteFavourite: organization_id = ${organizationId}': 'the same',
  'api/features/dashboards/queries/dashboards.ts countAll: organization_id = ${organizationId}':
    'it takes 2,000 dashboards: arrange-dashboards.db.test.ts makes them',
  'api/features/dashboards/queries/versions.ts selectDashboardsOfPanels: organization_id = ${organizationId}':
    'which of them the asker sees is asked afterwards',
  "api/features/dashboards/change-dashboard.ts changeDashboard: askerFor('dashboards.edit', context)":
    'workOnDashboard asks too',
  "api/features/dashboards/save-dashboard.ts save: askerFor('dashboards.edit', context)": 'the same',
  "api/features/dashboards/shown-dashboard.ts draftDocument: personFor('dashboards.edit', context)":
    'a draft is looked up under the person who asks, and is their own',
  'api/access/queries.ts selectLink: quotas.organization_id = links.organization_id':
    'it says how many queries run at once: the others wait, and nothing is told',
  'api/features/live/queries.ts isAnyWithin: k.organization_id = ${reach.organizationId}':
    'the ids are those of a change of the organization, and the pipelines are bound',
  'api/features/live/queries.ts isAnyWithin: j.organization_id = k.organization_id': 'the same',
  'api/features/live/queries.ts isAnyWithin: ${withinPipelines(sql, reach, sql`j.pipeline_id`)}':
    'only the moment of an answer tells: confined.db.test.ts moves the clock',
  'what is sent is shared whatever each may do':
    'no field below an answer that is watched asks for a permission: shared-results.test.ts has one that does',
  'a session of a provider moves to another organization': 'moveSession asks for it in its statement',
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A way to take one thing that keeps organizations apart out of the source. */
export interface Mutant {
  name: string
  file: string
  /** Stands exactly once in the file. */
  find: string
  replace: string
}

const FOLDER = join(import.meta.dirname, '../..')

/** Conditions on the organization, and on the pipelines that a key is confined to. */
const PREDICATES = [
  // Not where it is set.
  /(?<!set .*)(?:\w+\.)?organization_id = \$\{[^}]+\}/g,
  /\w+\.organization_id = \w+\.organization_id/g,
  /\$\{sql\(`p\$\{i \+ 1\}\.organization_id`\)\} = \$\{reach\.organizationId\}/g,
  /\w+\.organization_id = organizations\.id/g,
  /(?<=where )(?:organizations\.)?id = \$\{organizationId\}/g,
  /\$\{withinPipelines\(sql, reach, sql`[\w.]+`\)\}/g,
  /\$\{withinPipelines\(sql, plan\.reach, sql`.*?`\}`\)\}/g,
]

/** Every condition in every statement of the product, each taken out by itself. */
export function predicateMutants(): Mutant[] {
  const files = globSync(
    ['api/**/queries.ts', 'api/**/queries/*.ts', 'api/db/reach.ts', 'api/features/metrics/compile-*.ts'],
    { cwd: FOLDER },
  )
  return files
    .filter((file) => !/isolation|demo|benchmarks/.test(file))
    .sort()
    .flatMap((file) => PREDICATES.flatMap((pattern) => mutate(file, pattern, () => 'true')))
}

/** Every question whether the caller may, answered with yes. */
export function permissionMutants(): Mutant[] {
  const files = globSync(['api/features/**/*.ts', 'api/server/*.ts'], { cwd: FOLDER }).filter(
    (file) => !/test/.test(file),
  )
  const reach =
    '({ organizationId: $1.viewer.organization.id, pipelines: $1.viewer.apiKey?.pipelines ?? null, kept: $1.viewer.kept })'
  return files
    .sort()
    .flatMap((file) => [
      ...mutate(file, /organizationFor\('[\w.]+', (\w+)\)/g, ([, context]) => `${context}.viewer.organization.id`),
      ...mutate(file, /reachFor\('[\w.]+', (\w+)\)/g, ([, context]) => reach.replaceAll('$1', context!)),
      ...mutate(
        file,
        /(?:askerFor|personFor)\('[\w.]+', (\w+)\)/g,
        ([, context]) =>
          `{ organizationId: ${context}.viewer.organization.id, userId: ${context}.viewer.user?.id ?? (0 as number) }`,
      ),
      ...mutate(file, /!viewer\.permissions\.has\('[\w.]+'\)/g, () => 'false'),
      ...mutate(file, /refuseWithout\('[\w.]+', context\.viewer\)/g, () => 'undefined'),
    ])
}

/** What stands around a match: a function, or a root field. */
const DECLARATION = /^(?:export )?(?:async )?(?:function|const) (\w+)|^builder\.\w+\('(\w+)'/gm

/** Each match by itself, with as much around it as makes it the only one. */
function mutate(file: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Mutant[] {
  const text = readFileSync(join(FOLDER, file), 'utf8')
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length
    let start = match.index
    while (text.indexOf(text.slice(start, end)) !== start || text.indexOf(text.slice(start, end), start + 1) !== -1)
      start--
    const within = [...text.slice(0, match.index).matchAll(DECLARATION)].at(-1)
    const find = text.slice(start, end)
    return {
      name: `${file} ${within?.[1] ?? within?.[2]}: ${match[0]}`,
      file,
      find,
      replace: find.slice(0, match.index - start) + replacement(match),
    }
  })
}

/** What has no common form, one by one. */
export const namedMutants: readonly Mutant[] = [
  {
    name: 'subscribers to equal words share what one of them may see',
    file: 'api/features/jobs/watch-jobs.ts',
    find: 'JSON.stringify([reach, filter])',
    replace: 'JSON.stringify([filter])',
  },
  {
    name: 'a watch is shared among confined and other keys',
    file: 'api/features/jobs/watch-jobs.ts',
    find: 'JSON.stringify([reach, filter])',
    replace: 'JSON.stringify([reach.organizationId, filter])',
  },
  {
    name: 'changes go to listeners of all organizations',
    file: 'api/db/changes-over-postgres.ts',
    find: 'for (const listener of listeners.get(change.organizationId) ?? []) listener(change)',
    replace: 'for (const listener of [...listeners.values()].flatMap((group) => [...group])) listener(change)',
  },
  {
    name: 'a confined key hears of all changes',
    file: 'api/features/live/dataset-changed.ts',
    find: 'if (pipelines)',
    replace: 'if (pipelines && false)',
  },
  {
    name: 'keys are not confined to pipelines',
    file: 'api/schema/context.ts',
    find: 'pipelines: apiKey?.pipelines ?? null',
    replace: 'pipelines: null',
  },
  {
    name: 'a confined key sends jobs of other pipelines',
    file: 'api/ingest/beyond-reach.ts',
    find: 'if (!pipelines || pipelines.includes(pipeline)) return null',
    replace: 'if (pipelines !== undefined || pipeline) return null',
  },
  {
    name: 'nobody lacks a permission',
    file: 'api/schema/context.ts',
    find: 'if (!viewer.permissions.has(permission)) throw',
    replace: 'if (!viewer.permissions) throw',
  },
  {
    name: 'viewers send jobs',
    file: 'api/schema/permissions.ts',
    find: "roles: ['owner', 'admin', 'editor'], scopes: ['ingest']",
    replace: "roles: ['owner', 'admin', 'editor', 'viewer'], scopes: ['ingest']",
  },
  {
    name: 'a key that reads jobs reads metrics',
    file: 'api/schema/permissions.ts',
    find: "scopes: ['read_metrics']",
    replace: "scopes: ['read_metrics', 'read_jobs']",
  },
  {
    name: 'a session of a provider is one of the person',
    file: 'api/features/people/own-account.ts',
    find: 'session.providerId === null ? null : organization.id',
    replace: 'session.providerId === null ? null : null',
  },
  {
    name: 'a session of a provider moves to another organization',
    file: 'api/server/auth/session-routes.ts',
    find: 'caller.viewer.session?.providerId != null',
    replace: 'caller.viewer.session === undefined',
  },
  {
    name: 'anybody accepts an invitation',
    file: 'api/features/people/accept-invitation.ts',
    find: 'if (viewer?.user?.id !== invitation.userId)',
    replace: 'if (!viewer)',
  },
  {
    name: 'the same for the application role: the audit log can be changed',
    file: 'migrations/000004_application_role.sql',
    find: 'revoke update, delete on audit_events from tachograph_app;',
    replace: '',
  },
  {
    name: 'the application role changes the list of migrations',
    file: 'migrations/000004_application_role.sql',
    find: 'revoke insert, update, delete on migrations from tachograph_app;',
    replace: '',
  },
  {
    name: 'the application role makes tables',
    file: 'migrations/000004_application_role.sql',
    find: 'grant usage on schema public to tachograph_app;',
    replace: 'grant usage, create on schema public to tachograph_app;',
  },
  {
    name: 'the organization is not first in the key of teams',
    file: 'migrations/000003_access.sql',
    find: '  created_at timestamptz not null default now(),\n  primary key (organization_id, id),\n  unique (organization_id, name)\n);\n\ncreate table team_members',
    replace:
      '  created_at timestamptz not null default now(),\n  primary key (organization_id, id),\n  unique (name, organization_id)\n);\n\ncreate table team_members',
  },
]

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
  'a session of a provider moves to another organization': 'moveSession asks for it in its statement',
}

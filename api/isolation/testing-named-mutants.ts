import type { Mutant } from './testing-mutants.ts'

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
    name: 'subscribers of all organizations share their annotations',
    file: 'api/features/annotations/annotation-changed.ts',
    find: 'JSON.stringify([reach, filter])',
    replace: 'JSON.stringify([filter])',
  },
  {
    name: 'annotations are shared among confined and other keys',
    file: 'api/features/annotations/annotation-changed.ts',
    find: 'JSON.stringify([reach, filter])',
    replace: 'JSON.stringify([reach.organizationId, filter])',
  },
  {
    name: 'subscribers of all organizations share their insights',
    file: 'api/features/insights/insight-changed.ts',
    find: 'JSON.stringify([reach, filter])',
    replace: 'JSON.stringify([filter])',
  },
  {
    name: 'insights are shared among confined and other keys',
    file: 'api/features/insights/insight-changed.ts',
    find: 'JSON.stringify([reach, filter])',
    replace: 'JSON.stringify([reach.organizationId, filter])',
  },
  {
    name: 'who watches a dashboard shares it with all organizations',
    file: 'api/features/dashboards/dashboard-changed.ts',
    find: 'JSON.stringify([asker, id])',
    replace: 'JSON.stringify([id])',
  },
  {
    name: 'who came by links of all organizations shares a dashboard',
    file: 'api/features/dashboards/shared-dashboard.ts',
    find: '`shared ${organization.id} ${dashboardId}`',
    replace: '`shared ${dashboardId}`',
  },
  {
    name: 'a confined key sees dashboards',
    file: 'api/features/dashboards/asker.ts',
    find: 'if (apiKey?.pipelines) {',
    replace: 'if (apiKey?.pipelines && false) {',
  },
  {
    name: 'who came by a link asks everything',
    file: 'api/schema/share-links.ts',
    find: 'if (context.viewer.shareLink) {',
    replace: 'if (context.viewer.shareLink && false) {',
  },
  {
    name: 'answers are shared among organizations',
    file: 'api/features/live/hub.ts',
    find: 'JSON.stringify([reach.organizationId, reach.pipelines, reach.kept, canonicalQuery(query)])',
    // Those of the canaries have not kept the same.
    replace: 'JSON.stringify([reach.pipelines, canonicalQuery(query)])',
  },
  {
    name: 'answers are shared among confined and other keys',
    file: 'api/features/live/hub.ts',
    find: 'JSON.stringify([reach.organizationId, reach.pipelines, reach.kept, canonicalQuery(query)])',
    replace: 'JSON.stringify([reach.organizationId, reach.kept, canonicalQuery(query)])',
  },
  {
    name: 'panels with equal ids share their answers',
    file: 'api/features/panels/watch-panels.ts',
    find: "[head, 'entry' in source ? source.entry.id : source.problem]",
    replace: '[head]',
  },
  {
    name: 'what is sent is shared whatever each may do',
    file: 'api/server/shared-results.ts',
    find: '[number, operationName, [...permissions].sort(), variables]',
    replace: '[number, operationName, variables]',
  },
  {
    name: 'what is sent is shared whatever it is of',
    file: 'api/server/shared-results.ts',
    find: 'known.get(event) ?? new Map()\n  known.set(event, results)',
    replace: 'known.get(known) ?? new Map()\n  known.set(known, results)',
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

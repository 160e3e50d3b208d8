/**
 * Who may call what: written by hand, apart from the code that decides it, so that a slip there does not go unseen here.
 * Whatever the schema or the server has and this list has not makes the check fail: decide, and write it down.
 */

export const ROLE_NAMES = ['owner', 'admin', 'editor', 'viewer'] as const
export type RoleName = (typeof ROLE_NAMES)[number]
export const SCOPE_NAMES = ['read_metrics', 'read_jobs', 'ingest', 'manage'] as const
export type ScopeName = (typeof SCOPE_NAMES)[number]

/** Who may call a root field, and what cannot be shown of it, with the reason. */
export interface Expectation {
  roles: readonly RoleName[]
  /** Of a key, any one of which is enough. */
  scopes: readonly ScopeName[]
  /** A key that is confined to pipelines is refused, whatever its scopes. */
  notConfined?: true
  /** A key needs all of the scopes: nobody gives away more than they have. */
  allScopes?: true
  /** Why a call of its own cannot succeed or show anything of the organization's. Without it, one has to. */
  blind?: string
}

const everyone = ROLE_NAMES
const admins = ['owner', 'admin'] as const
const editors = ['owner', 'admin', 'editor'] as const
const owners = ['owner'] as const

const metrics: Expectation = { roles: everyone, scopes: ['read_metrics'] }
const jobs: Expectation = { roles: everyone, scopes: ['read_jobs'] }
const people: Expectation = { roles: everyone, scopes: [] }
const seen: Expectation = { roles: everyone, scopes: ['manage'] }
const managed: Expectation = { roles: admins, scopes: ['manage'] }
const owned: Expectation = { roles: owners, scopes: [] }
/** What they give is a role, and every role may read. */
const given: Expectation = {
  roles: admins,
  scopes: ['manage', 'read_jobs', 'read_metrics'],
  allScopes: true,
  notConfined: true,
}
/** Dashboards can be about any pipeline. */
const shown: Expectation = { roles: everyone, scopes: ['read_metrics', 'manage'], notConfined: true }
const edited: Expectation = { roles: editors, scopes: ['manage'], notConfined: true }
const all: Expectation = { roles: everyone, scopes: SCOPE_NAMES }

const SAME_FOR_ALL = 'the answer is the same for all organizations'
const OWN_SECRET = 'it takes a secret that only the person has, and no id'

const OF_LINKS = 'it is for who came by a share link: probe-links.ts does'

/** Root fields of Query, Mutation and Subscription. */
export const EXPECTED_FIELDS: Readonly<Record<string, Expectation>> = {
  'Query.viewer': all,
  'Query.permissionRules': { ...seen, blind: SAME_FOR_ALL },
  'Query.datasets': { ...metrics, blind: SAME_FOR_ALL },
  'Query.table': metrics,
  'Query.series': metrics,
  'Query.explain': metrics,
  'Query.panelPreview': metrics,
  'Query.similarPipelines': metrics,
  'Query.pipelineClusters': metrics,
  'Query.insights': metrics,
  'Query.insight': metrics,
  'Query.insightMethods': metrics,
  'Query.insightScan': {
    ...metrics,
    blind: 'it has times only: they are compared with those without the other organization',
  },
  'Query.annotations': metrics,
  'Query.job': jobs,
  'Query.jobs': jobs,
  'Query.failureGroups': jobs,
  'Query.pipeline': jobs,
  'Query.pipelines': jobs,
  'Query.sessions': people,
  'Query.members': seen,
  'Query.teams': seen,
  'Query.invitations': managed,
  'Query.apiKeys': managed,
  'Query.auditEvents': managed,
  'Query.quotas': {
    ...seen,
    blind: 'it has numbers only: they are compared with those without the other organization',
  },
  'Query.retention': {
    ...seen,
    blind: 'it has numbers and days only: they are compared with those without the other organization',
  },
  'Query.dashboards': shown,
  'Query.dashboard': shown,
  'Query.dashboardFolders': shown,
  'Query.dashboardTemplates': { ...shown, blind: SAME_FOR_ALL },
  'Query.sharedDashboard': { ...all, blind: OF_LINKS },
  'Query.identityProviders': { roles: admins, scopes: [] },

  'Mutation.recordJobs': { roles: editors, scopes: ['ingest'] },
  'Mutation.giveInsightFeedback': { roles: editors, scopes: [] },
  'Mutation.dismissInsight': { roles: editors, scopes: ['manage', 'read_metrics'], allScopes: true },
  'Mutation.recordAnnotation': { roles: editors, scopes: ['ingest'] },
  'Mutation.removeAnnotation': { roles: editors, scopes: ['ingest'] },
  'Mutation.createDashboard': edited,
  'Mutation.importDashboard': edited,
  'Mutation.duplicateDashboard': edited,
  'Mutation.saveDashboard': edited,
  'Mutation.restoreDashboardVersion': edited,
  'Mutation.saveDashboardDraft': { roles: editors, scopes: [] },
  'Mutation.discardDashboardDraft': { roles: editors, scopes: [] },
  'Mutation.moveDashboard': edited,
  'Mutation.renameDashboardFolder': edited,
  'Mutation.shareDashboard': edited,
  'Mutation.deleteDashboard': edited,
  'Mutation.setFavouriteDashboard': people,
  'Mutation.visitDashboard': people,
  'Mutation.createShareLink': edited,
  'Mutation.revokeShareLink': edited,
  'Mutation.renameOrganization': owned,
  'Mutation.setRetention': owned,
  'Mutation.inviteMember': given,
  'Mutation.revokeInvitation': managed,
  'Mutation.changeMemberRole': given,
  'Mutation.removeMember': managed,
  'Mutation.createTeam': managed,
  'Mutation.renameTeam': managed,
  'Mutation.deleteTeam': managed,
  'Mutation.addTeamMember': managed,
  'Mutation.removeTeamMember': managed,
  'Mutation.createApiKey': { ...managed, notConfined: true },
  'Mutation.rotateApiKey': managed,
  'Mutation.revokeApiKey': managed,
  'Mutation.createIdentityProvider': {
    ...owned,
    blind: 'it asks the server of the provider: probe-providers.ts has one',
  },
  'Mutation.updateIdentityProvider': owned,
  'Mutation.deleteIdentityProvider': owned,
  'Mutation.updateProfile': people,
  'Mutation.changePassword': people,
  'Mutation.startSecondFactor': people,
  'Mutation.confirmSecondFactor': { ...people, blind: OWN_SECRET },
  'Mutation.endSecondFactor': { ...people, blind: OWN_SECRET },
  'Mutation.renewRecoveryCodes': { ...people, blind: OWN_SECRET },
  'Mutation.endSession': people,
  'Mutation.endOtherSessions': people,

  'Subscription.table': metrics,
  'Subscription.series': metrics,
  'Subscription.jobChanged': jobs,
  'Subscription.insightChanged': metrics,
  'Subscription.annotationChanged': metrics,
  'Subscription.panels': { ...metrics, notConfined: true },
  'Subscription.dashboardChanged': shown,
  'Subscription.sharedDashboardChanged': { roles: [], scopes: [], blind: OF_LINKS },
  'Subscription.datasetChanged': { ...metrics, notConfined: true },
}

/** How an address is asked for isolation (probe-routes.ts). */
export type RouteKind = 'graphql' | 'ingest' | 'export' | 'account' | 'public'

/** Addresses of the server's router, by method and path. */
export const EXPECTED_ROUTES: Readonly<Record<string, RouteKind>> = {
  'GET /graphql': 'graphql',
  'POST /graphql': 'graphql',
  'POST /ingest/jobs': 'ingest',
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /auth/state': 'public',
  'POST /auth/sign-in': 'account',
  'POST /auth/second-factor': 'account',
  'POST /auth/sign-out': 'account',
  'POST /auth/setup': 'account',
  'POST /auth/switch': 'account',
  'POST /auth/forgot': 'account',
  'POST /auth/reset': 'account',
  'POST /auth/invitation': 'account',
  'POST /auth/accept': 'account',
  'GET /auth/callback': 'account',
  'GET /auth/provider/*': 'account',
  'GET /export/audit.csv': 'export',
}

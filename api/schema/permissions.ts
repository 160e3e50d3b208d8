export const ROLES = ['owner', 'admin', 'editor', 'viewer'] as const
/** What a person is in an organization. */
export type Role = (typeof ROLES)[number]

export const SCOPES = ['read_metrics', 'read_jobs', 'ingest', 'manage'] as const
/** What a key may be used for. */
export type Scope = (typeof SCOPES)[number]

interface Rule {
  /** For people: "may ...". */
  description: string
  /** Roles that have it. */
  roles: readonly Role[]
  /** Scopes of a key that give it. */
  scopes: readonly Scope[]
}

const EVERYONE: readonly Role[] = ROLES
const ADMINS: readonly Role[] = ['owner', 'admin']

/**
 * Who may do what: the one place. The API asks it through `organizationFor`, the page reads it as `viewer.permissions` and
 * `permissionRules`, and docs/permissions.md is printed from it.
 */
export const PERMISSIONS = {
  'metrics.read': { description: 'Ask for tables and series', roles: EVERYONE, scopes: ['read_metrics'] },
  'jobs.read': { description: 'See pipelines and jobs', roles: EVERYONE, scopes: ['read_jobs'] },
  'jobs.send': { description: 'Send jobs', roles: ['owner', 'admin', 'editor'], scopes: ['ingest'] },
  'insights.judge': {
    description: 'Say whether insights are useful, and dismiss them',
    roles: ['owner', 'admin', 'editor'],
    scopes: ['manage'],
  },
  'annotations.write': {
    description: 'Note releases, incidents and other events on the time axis',
    roles: ['owner', 'admin', 'editor'],
    scopes: ['ingest'],
  },
  'dashboards.read': {
    description: 'See the dashboards of the organization',
    roles: EVERYONE,
    scopes: ['read_metrics', 'manage'],
  },
  'dashboards.edit': {
    description: 'Make, change, share and delete dashboards',
    roles: ['owner', 'admin', 'editor'],
    scopes: ['manage'],
  },
  'organization.read': { description: 'See quotas and retention', roles: EVERYONE, scopes: ['manage'] },
  'organization.manage': { description: 'Rename the organization and set its retention', roles: ['owner'], scopes: [] },
  'members.read': { description: 'See who belongs to the organization', roles: EVERYONE, scopes: ['manage'] },
  'members.manage': { description: 'Invite and remove people, change roles', roles: ADMINS, scopes: ['manage'] },
  'teams.read': { description: 'See teams', roles: EVERYONE, scopes: ['manage'] },
  'teams.manage': { description: 'Make, change and delete teams', roles: ADMINS, scopes: ['manage'] },
  'keys.read': { description: 'See API keys and their use', roles: ADMINS, scopes: ['manage'] },
  'keys.manage': { description: 'Make, rotate and revoke API keys', roles: ADMINS, scopes: ['manage'] },
  'audit.read': { description: 'Read the audit log', roles: ADMINS, scopes: ['manage'] },
  'audit.export': { description: 'Download the audit log', roles: ADMINS, scopes: ['manage'] },
  'providers.read': { description: 'See identity providers', roles: ADMINS, scopes: [] },
  'providers.manage': { description: 'Connect identity providers', roles: ['owner'], scopes: [] },
} as const satisfies Record<string, Rule>

/** Something that one may or may not do. */
export type Permission = keyof typeof PERMISSIONS

/** All of them, in the order of the matrix. */
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]

/** What a role may do. */
export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return new Set(PERMISSION_NAMES.filter((name) => ruleOf(name).roles.includes(role)))
}

/** What a key with these scopes may do. */
export function permissionsOfScopes(scopes: readonly Scope[]): ReadonlySet<Permission> {
  return new Set(PERMISSION_NAMES.filter((name) => ruleOf(name).scopes.some((scope) => scopes.includes(scope))))
}

/** One line of the matrix. */
export function ruleOf(permission: Permission): Rule {
  return PERMISSIONS[permission]
}

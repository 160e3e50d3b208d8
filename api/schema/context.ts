import type { Analyst } from '../analyst/index.ts'
import type { Sql } from '../db/client.ts'
import type { Kept, Reach } from '../db/reach.ts'
import type { Changes } from '../lib/changes.ts'
import type { GuardedFetch } from '../lib/guarded-fetch.ts'
import type { Log } from '../lib/log.ts'
import type { Mailer } from '../lib/mailer.ts'
import type { Places } from '../lib/places.ts'
import type { Seal } from '../lib/seal.ts'
import type { Tokens } from '../lib/tokens.ts'
import { forbidden } from './errors.ts'
import { type Permission, type Role, ruleOf, type Scope } from './permissions.ts'

/** Queries that an organization may have under way at once on a server, unless its quota says otherwise. */
export const DEFAULT_QUERIES_AT_ONCE = 50

/** Who is asking, and for which organization. Nothing is answered without one. */
export interface Viewer {
  organization: { id: number; name: string }
  /** Null unless a person asks. */
  user: { id: number; name: string; email: string; role: Role } | null
  /** Null unless a person asks. */
  session: { id: number; /** Of the organization: the session stays there. */ providerId: number | null } | null
  /** Null unless a key asks. */
  apiKey: ViewerKey | null
  /** Null unless somebody asks who came by a share link: they see its dashboard, and have no permission. */
  shareLink: ViewerLink | null
  permissions: ReadonlySet<Permission>
  /** Quota of the organization; null: no limit. */
  queriesAtOnce: number | null
  /** What the organization still has. */
  kept: Kept
  /** When the key, link or session ends by itself; null: never. */
  expiresAt: Date | null
}

/** The key that asks. */
export interface ViewerKey {
  id: number
  name: string
  scopes: readonly Scope[]
  /** Keys of the pipelines that it is confined to; null: all. */
  pipelines: readonly string[] | null
  /** Networks that it may be used from; null: any. */
  addresses: readonly string[] | null
  /** Null: the default. */
  requestsAMinute: number | null
}

/** The share link that somebody came by. */
export interface ViewerLink {
  id: number
  dashboardId: string
}

/** What the server has for everyone. */
export interface Services {
  sql: Sql
  now: () => Date
  changes: Changes
  tokens: Tokens
  seal: Seal
  /** For failures that nobody is answered about, or more than one. */
  log: Log
  /** Null: this server cannot send mail. */
  mail: Mailer | null
  /** Places for queries under way, by organization. */
  queriesAtOnce: Places
  /** Places for analytic statements under way, by organization. */
  statementsAtOnce: Places
  /** Does the heavy arithmetic, beside the event loop. */
  analyst: Analyst
  /** Asks servers at addresses that users choose. */
  fetch: GuardedFetch
  /** A service that knows breached passwords; null: none is asked. */
  pwnedPasswordsUrl: string | null
  /** Where people reach this server, without a slash at the end: for links in mails. */
  publicUrl: string
}

/** What every resolver receives. One for each request; one for each operation on a socket. */
export interface Context extends Services {
  viewer: Viewer
  /** Where the request came from; null when that is not known. */
  address: string | null
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal
}

/** The organization to ask for, when the caller has the permission; otherwise an error with the code FORBIDDEN. */
export function organizationFor(permission: Permission, context: Pick<Context, 'viewer'>): number {
  refuseWithout(permission, context.viewer)
  return context.viewer.organization.id
}

/** The same for whatever belongs to pipelines: a key may be confined to some of them. */
export function reachFor(permission: Permission, context: Pick<Context, 'viewer'>): Reach {
  refuseWithout(permission, context.viewer)
  const { organization, apiKey, kept } = context.viewer
  return { organizationId: organization.id, pipelines: apiKey?.pipelines ?? null, kept }
}

/** Throws FORBIDDEN, and says what is missing and who has it. */
export function refuseWithout(permission: Permission, viewer: Viewer): void {
  if (!viewer.permissions.has(permission)) throw forbidden(explainRefusal(permission, viewer))
}

/** What to tell a caller who lacks a permission. */
export function explainRefusal(permission: Permission, viewer: Viewer): string {
  const { description, roles, scopes } = ruleOf(permission)
  const what = `${description[0]!.toLowerCase()}${description.slice(1)}`
  if (viewer.shareLink) return `A share link shows one dashboard: who came by one may not ${what}.`
  if (viewer.user) return `The role ${viewer.user.role} may not ${what}: ask somebody who is ${oneOf(roles)}.`
  if (scopes.length === 0) return `A key may not ${what}: a person who is ${oneOf(roles)} can.`
  return `This key may not ${what}: it lacks the scope ${oneOf(scopes)}. Make a key that has it.`
}

function oneOf(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ')
}

/**
 * Something that lives as long as one request, such as a loader that joins many look-ups into one statement: made when it
 * is first asked for, the same one for the rest of the request.
 */
export function perRequest<T>(make: (context: Context) => T): (context: Context) => T {
  const made = new WeakMap<Context, T>()
  return (context) => {
    let value = made.get(context)
    if (value === undefined) made.set(context, (value = make(context)))
    return value
  }
}

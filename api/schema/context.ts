import type { Sql } from '../db/client.ts'
import type { Changes } from '../lib/changes.ts'
import { forbidden } from './errors.ts'

export const SCOPES = ['read', 'ingest'] as const
/** What a key may be used for. A signed-in person has the scopes of the role. */
export type Scope = (typeof SCOPES)[number]
export type Role = 'owner' | 'admin' | 'editor' | 'viewer'

/** Who is asking, and for which organization. Nothing is answered without one. */
export interface Viewer {
  organization: { id: number; name: string }
  /** Null when a key asks. */
  user: { id: number; name: string; email: string; role: Role } | null
  /** Null when a person asks. */
  apiKey: { id: number; name: string; prefix: string; scopes: Scope[]; createdAt: Date; expiresAt: Date | null } | null
  scopes: readonly Scope[]
}

/** What every resolver receives. One for each request; one for each operation on a socket. */
export interface Context {
  sql: Sql
  now: () => Date
  viewer: Viewer
  changes: Changes
}

/** The organization to ask for, when the caller may do what `scope` says; otherwise an error with the code FORBIDDEN. */
export function organizationFor(scope: Scope, context: Context): number {
  if (context.viewer.scopes.includes(scope)) return context.viewer.organization.id
  const what = scope === 'read' ? 'read data' : 'send jobs'
  throw forbidden(`This key may not ${what}: it lacks the scope "${scope}". Make a key that has it.`)
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

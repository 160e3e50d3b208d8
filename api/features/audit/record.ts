import type { Sql } from '../../db/client.ts'
import type { Context } from '../../schema/context.ts'
import { insertAuditEvent } from './queries.ts'

/** Who did something, as the log names them for good: names and addresses of people may change later. */
export interface Actor {
  organizationId: number
  userId: number | null
  keyId: number | null
  name: string
  address: string | null
}

/** What was done. Never a password, a token or a hash in `before` and `after`. */
export interface AuditEntry {
  /** `noun.verb`, such as "member.role-changed". */
  action: string
  /** What it was done to, in words that people recognise: an address, a name. */
  subject: string
  before?: unknown
  after?: unknown
}

/** Writes a line of the audit log. Call it in the transaction of the change: both are kept, or neither. */
export async function recordAudit(sql: Sql, actor: Actor, entry: AuditEntry): Promise<void> {
  await insertAuditEvent(sql, actor.organizationId, {
    userId: actor.userId,
    keyId: actor.keyId,
    actor: actor.name,
    action: entry.action,
    subject: entry.subject,
    before: entry.before ?? null,
    after: entry.after ?? null,
    address: actor.address,
  })
}

/** Whoever sent the request. */
export function actorOf({ viewer, address }: Pick<Context, 'viewer' | 'address'>): Actor {
  return {
    organizationId: viewer.organization.id,
    userId: viewer.user?.id ?? null,
    keyId: viewer.apiKey?.id ?? null,
    name: viewer.user?.email ?? `Key ${viewer.apiKey?.name}`,
    address,
  }
}

/** The server's own doing, or that of whoever runs it: `name` says which, such as "Command line". */
export function systemActor(organizationId: number, name: string): Actor {
  return { organizationId, userId: null, keyId: null, name, address: null }
}

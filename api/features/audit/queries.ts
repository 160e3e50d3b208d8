import type { Sql } from '../../db/client.ts'

/** All SQL about the audit log. */

export interface NewAuditEvent {
  userId: number | null
  keyId: number | null
  actor: string
  action: string
  subject: string
  before: unknown
  after: unknown
  address: string | null
}

export async function insertAuditEvent(sql: Sql, organizationId: number, event: NewAuditEvent): Promise<void> {
  const { userId, keyId, actor, action, subject, before, after, address } = event
  await sql`
    insert into audit_events (organization_id, user_id, key_id, actor, action, subject, before, after, address)
    values (${organizationId}, ${userId}, ${keyId}, ${actor}, ${action}, ${subject}, ${jsonOf(sql, before)},
            ${jsonOf(sql, after)}, ${address})`
}

function jsonOf(sql: Sql, value: unknown) {
  return value === undefined || value === null ? null : sql.json(value as never)
}

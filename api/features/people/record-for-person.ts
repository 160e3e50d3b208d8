import type { Sql } from '../../db/client.ts'
import { type AuditEntry, recordAudit } from '../audit/index.ts'
import { selectMemberships } from './queries/people.ts'

/** A person who changes something about themselves. */
export interface PersonActing {
  userId: number
  email: string
  address: string | null
}

/** Writes a line into the audit log of every organization of a person: their password opens all of them. */
export async function recordForPerson(
  sql: Sql,
  { userId, email, address }: PersonActing,
  entry: AuditEntry,
): Promise<void> {
  for (const { organizationId } of await selectMemberships(sql, userId)) {
    await recordAudit(sql, { organizationId, userId, keyId: null, name: email, address }, entry)
  }
}

import type { Fragment, Sql } from '../../db/client.ts'

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

export interface AuditEventRow extends NewAuditEvent {
  id: number
  at: Date
  /** Microseconds since 1970, as the database knows it: `at` has milliseconds only. */
  atUs: string
}

/** Which lines. Null: not filtered by. */
export interface AuditFilter {
  /** Contained in subject, actor or action, as a pattern from `containsPattern`. */
  pattern: string | null
  action: string | null
  actor: string | null
  from: Date | null
  to: Date | null
}

/** A line's place in the log. */
export type AuditPlace = Pick<AuditEventRow, 'atUs' | 'id'>

export interface AuditRequest {
  filter: AuditFilter
  /** Only those that come after this place, reading from the newest to the oldest, and before that one. */
  after: AuditPlace | null
  before: AuditPlace | null
  /** True: read from the oldest, oldest first. */
  backward: boolean
  limit: number
}

/** A part of the log, newest first. */
export async function listAuditEvents(
  sql: Sql,
  organizationId: number,
  { filter, after, before, backward, limit }: AuditRequest,
): Promise<AuditEventRow[]> {
  return sql<AuditEventRow[]>`
    select id, at, (extract(epoch from at) * 1000000)::bigint::text as at_us, user_id, key_id, actor, action, subject,
           before, after, address
    from audit_events
    where ${matching(sql, organizationId, filter)}
      ${after === null ? sql`` : sql`and (at, id) < ${placeIn(sql, after)}`}
      ${before === null ? sql`` : sql`and (at, id) > ${placeIn(sql, before)}`}
    order by ${backward ? sql`at, id` : sql`at desc, id desc`}
    limit ${limit}`
}

export async function countAuditEvents(sql: Sql, organizationId: number, filter: AuditFilter): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from audit_events where ${matching(sql, organizationId, filter)}`
  return row!.count
}

function matching(sql: Sql, organizationId: number, { pattern, action, actor, from, to }: AuditFilter): Fragment {
  return sql`organization_id = ${organizationId}
    ${pattern === null ? sql`` : sql`and (subject ~ ${pattern} or actor ~ ${pattern} or action ~ ${pattern})`}
    ${action === null ? sql`` : sql`and action = ${action}`}
    ${actor === null ? sql`` : sql`and actor = ${actor}`}
    ${from === null ? sql`` : sql`and at >= ${from}`}
    ${to === null ? sql`` : sql`and at < ${to}`}`
}

function placeIn(sql: Sql, { atUs, id }: AuditPlace): Fragment {
  return sql`(timestamptz 'epoch' + ${atUs}::bigint * interval '1 microsecond', ${id}::bigint)`
}

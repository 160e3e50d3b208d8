import type { Sql } from '../../db/client.ts'
import { actorKindOf } from './audit-event.ts'
import { csvLine } from './csv.ts'
import { type AuditEventRow, type AuditPlace, listAuditEvents } from './queries.ts'

/** Lines that are read at a time: no more are held in memory, and no connection is held while a slow client reads. */
const BATCH = 1_000

const HEADER = ['at', 'actor', 'actor_kind', 'action', 'subject', 'before', 'after', 'address']

/** Which part of the log. Null: without an end on that side. */
export interface AuditExport {
  /** Included. */
  from: Date | null
  /** Not included. */
  to: Date | null
}

/** The audit log as CSV, newest first, read as fast as it is taken. */
export async function* exportAuditLog(sql: Sql, organizationId: number, range: AuditExport): AsyncGenerator<string> {
  yield csvLine(HEADER)
  const request = { filter: { ...range, pattern: null, action: null, actor: null }, before: null, backward: false }
  let after: AuditPlace | null = null
  for (;;) {
    const rows: AuditEventRow[] = await listAuditEvents(sql, organizationId, { ...request, after, limit: BATCH })
    if (rows.length > 0) yield rows.map((row) => csvLine(cellsOf(row))).join('')
    if (rows.length < BATCH) return
    after = rows.at(-1)!
  }
}

function cellsOf(row: AuditEventRow): string[] {
  const { at, actor, action, subject, before, after, address } = row
  const json = (value: unknown) => (value === null ? '' : JSON.stringify(value))
  return [at.toISOString(), actor, actorKindOf(row), action, subject, json(before), json(after), address ?? '']
}

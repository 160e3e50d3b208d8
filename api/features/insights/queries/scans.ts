import type { Sql } from '../../../db/client.ts'

/** All SQL about when organizations were scanned. */

/** When an organization was scanned. */
export interface ScanRow {
  startedAt: Date
  /** Null: the first scan is under way, or was cut off. Before `startedAt`: a later one is. */
  endedAt: Date | null
}

export async function selectScan(sql: Sql, organizationId: number): Promise<ScanRow | null> {
  const [row] = await sql<ScanRow[]>`
    select started_at, ended_at from insight_scans where organization_id = ${organizationId}`
  return row ?? null
}

/** Which organizations have not been scanned since a moment. */
export async function selectUnscanned(sql: Sql, since: Date): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from organizations left join insight_scans as scan on scan.organization_id = id
    where scan.started_at is null or scan.started_at < ${since}
    order by scan.started_at nulls first`
  return rows.map(({ id }) => id)
}

/** Begins a scan. False when another process began one since that moment. */
export async function beginScan(
  sql: Sql,
  organizationId: number,
  { now, since }: { now: Date; since: Date },
): Promise<boolean> {
  const rows = await sql`
    insert into insight_scans (organization_id, started_at) values (${organizationId}, ${now})
    on conflict (organization_id) do update set started_at = excluded.started_at
    where insight_scans.started_at < ${since}
    returning organization_id`
  return rows.length > 0
}

export async function endScan(sql: Sql, organizationId: number, now: Date): Promise<void> {
  await sql`
    update insight_scans set ended_at = ${now}
    where organization_id = ${organizationId}`
}

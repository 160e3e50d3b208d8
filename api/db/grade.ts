import type { Sql } from './client.ts'

/**
 * What the database can do. `community`: TimescaleDB with columnstore and policies. `apache`: TimescaleDB with hypertables
 * only. `plain`: PostgreSQL. Queries never ask for it; only storage upkeep does.
 */
export type Grade = 'community' | 'apache' | 'plain'

export interface Engine {
  grade: Grade
  /** For people: "PostgreSQL 18.4", "PostgreSQL 17.10 with TimescaleDB 2.19.3 (Apache)". */
  description: string
}

/** Finds out what the server can do, from the server itself. Run it after the migrations: they switch TimescaleDB on. */
export async function detectEngine(sql: Sql): Promise<Engine> {
  const [row] = await sql<{ postgres: string; timescale: string | null; license: string | null }[]>`
    select current_setting('server_version') as postgres,
           (select extversion from pg_extension where extname = 'timescaledb') as timescale,
           current_setting('timescaledb.license', true) as license`
  const postgres = `PostgreSQL ${row!.postgres.split(' ')[0]}`
  if (!row!.timescale) return { grade: 'plain', description: postgres }
  const grade = row!.license === 'timescale' ? 'community' : 'apache'
  const edition = grade === 'community' ? 'Community' : 'Apache'
  return { grade, description: `${postgres} with TimescaleDB ${row!.timescale} (${edition})` }
}

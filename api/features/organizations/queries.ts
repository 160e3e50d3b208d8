import type { Sql } from '../../db/client.ts'

/** All SQL about organizations. */

export interface OrganizationRow {
  id: number
  name: string
}

/** Null when there is one of that name. */
export async function insertOrganization(sql: Sql, name: string): Promise<OrganizationRow | null> {
  const [row] = await sql<OrganizationRow[]>`
    insert into organizations (name)
    select ${name}::text where not exists (select from organizations where name = ${name}) returning id, name`
  return row ?? null
}

export async function selectOrganizations(sql: Sql): Promise<OrganizationRow[]> {
  return sql<OrganizationRow[]>`select id, name from organizations order by name, id limit 1000`
}

export async function anyOrganization(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`select exists (select from organizations) as any`
  return row!.any
}

/** Nobody else changes it until the transaction ends. */
export async function lockOrganization(sql: Sql, organizationId: number): Promise<OrganizationRow> {
  const [row] = await sql<OrganizationRow[]>`
    select id, name from organizations where id = ${organizationId} for no key update`
  return row!
}

export async function updateOrganizationName(sql: Sql, organizationId: number, name: string): Promise<void> {
  await sql`update organizations set name = ${name} where id = ${organizationId}`
}

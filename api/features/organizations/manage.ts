import type { Sql } from '../../db/client.ts'
import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'
import * as queries from './queries.ts'

/** Makes an organization. Throws a UserError when the name is empty, too long or taken. */
export async function createOrganization(sql: Sql, name: string): Promise<queries.OrganizationRow> {
  const trimmed = readName('name of the organization', name)
  const organization = await queries.insertOrganization(sql, trimmed)
  if (!organization) throw new UserError(`There is an organization "${trimmed}" already. Choose another name.`)
  return organization
}

/**
 * The organization with this name; without a name the only one there is. Throws a UserError when there is no such one, or
 * when there are several and none is named.
 */
export async function findOrganization(sql: Sql, name: string | null): Promise<queries.OrganizationRow> {
  const all = await queries.selectOrganizations(sql)
  const names = all.map((organization) => `"${organization.name}"`).join(', ')
  if (all.length === 0)
    throw new UserError('There is no organization yet. Make one: tachograph create-organization NAME')
  if (name === null && all.length > 1) throw new UserError(`There are several organizations. Name one of ${names}.`)
  const found = name === null ? all[0] : all.find((organization) => organization.name === name)
  if (!found) throw new UserError(`There is no organization "${name}". There are: ${names}.`)
  return found
}

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
 * The organization with this name or, where several have it, with this id; without either the only one there is. Throws a
 * UserError when there is no such one, or when it is not clear which one is meant.
 */
export async function findOrganization(sql: Sql, nameOrId: string | null): Promise<queries.OrganizationRow> {
  const all = await queries.selectOrganizations(sql)
  if (all.length === 0)
    throw new UserError('There is no organization yet. Make one: tachograph create-organization NAME')
  const found = nameOrId === null ? all : matching(all, nameOrId)
  if (found.length === 1) return found[0]!
  const names = all.map((organization) => `"${organization.name}"`).join(', ')
  if (nameOrId === null) throw new UserError(`There are several organizations. Name one of ${names}.`)
  if (found.length === 0) throw new UserError(`There is no organization "${nameOrId}". There are: ${names}.`)
  const ids = found.map(({ id }) => id).join(', ')
  throw new UserError(`There are ${found.length} organizations "${nameOrId}". Name one by its id instead: ${ids}.`)
}

/** A name goes before an id: an organization may be called "7". */
function matching(all: readonly queries.OrganizationRow[], nameOrId: string) {
  const named = all.filter(({ name }) => name === nameOrId)
  return named.length > 0 ? named : all.filter(({ id }) => String(id) === nameOrId)
}

import type { Sql } from '../../db/client.ts'
import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'
import { SCOPES, type Scope } from '../../schema/permissions.ts'
import * as queries from './queries.ts'
import { hashToken, KEY_PREFIX, makeToken } from './token.ts'

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

export interface KeyInput {
  name: string
  scopes: readonly string[]
  expiresAt: Date | null
}

/** Makes an API key. The key itself is in the answer and nowhere else: only its hash is stored. */
export async function createKey(
  sql: Sql,
  organizationId: number,
  input: KeyInput,
): Promise<{ id: number; key: string }> {
  const name = readName('name of the key', input.name)
  const scopes = [...new Set(input.scopes)].map(checkScope)
  if (scopes.length === 0) throw new UserError(`A key needs a scope: one or more of ${SCOPES.join(', ')}.`)
  const key = KEY_PREFIX + makeToken()
  const prefix = key.slice(0, KEY_PREFIX.length + 6)
  const expiresAt = input.expiresAt
  const { id } = await queries.insertKey(sql, organizationId, {
    name,
    prefix,
    keyHash: hashToken(key),
    scopes,
    expiresAt,
  })
  return { id, key }
}

/** Ends every key of this name. It answers nothing from the next request on. */
export async function revokeKeys(sql: Sql, organizationId: number, name: string): Promise<void> {
  await queries.revokeKeysNamed(sql, organizationId, name)
}

function checkScope(text: string): Scope {
  const scope = SCOPES.find((known) => known === text)
  if (!scope) throw new UserError(`There is no scope "${text}". Use one or more of ${SCOPES.join(', ')}.`)
  return scope
}

import type { Sql } from '../../db/client.ts'
import { readNetworks } from '../../lib/networks.ts'
import { readName } from '../../lib/read-name.ts'
import { hashToken, KEY_PREFIX, type Tokens } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import { SCOPES, type Scope } from '../../schema/permissions.ts'
import { type ApiKeyRow, insertKey, revokeKeysNamed } from './queries.ts'

export interface KeyInput {
  name: string
  /** `read` stands for `read_metrics` and `read_jobs`. */
  scopes: readonly string[]
  expiresAt: Date | null
  /** Keys of the pipelines that it is confined to. Default: all. */
  pipelines?: readonly string[] | null
  /** Networks that it may be used from. Default: any. */
  addresses?: readonly string[] | null
  requestsAMinute?: number | null
  /** Who made it, for people. */
  createdBy?: string | null
}

const SHOWN_CHARACTERS = 6

/** Makes an API key. The key itself is in the answer and nowhere else: only its hash is stored. Throws a UserError. */
export async function createKey(
  { sql, tokens }: { sql: Sql; tokens: Tokens },
  organizationId: number,
  input: KeyInput,
): Promise<{ apiKey: ApiKeyRow; key: string }> {
  const name = readName('name of the key', input.name)
  const scopes = [...new Set(input.scopes.flatMap(readScope))]
  if (scopes.length === 0) throw new UserError(`A key needs a scope: one or more of ${SCOPES.join(', ')}.`)
  const key = tokens.make('key')
  const apiKey = await insertKey(sql, organizationId, {
    name,
    prefix: key.slice(0, KEY_PREFIX.length + SHOWN_CHARACTERS),
    keyHash: hashToken(key),
    scopes,
    pipelines: input.pipelines ?? null,
    addresses: input.addresses ? readNetworks('addresses', input.addresses) : null,
    requestsAMinute: input.requestsAMinute ?? null,
    createdBy: input.createdBy ?? null,
    expiresAt: input.expiresAt,
  })
  return { apiKey, key }
}

/** Ends every key of this name. It answers nothing from the next request on. */
export async function revokeKeys(sql: Sql, organizationId: number, name: string): Promise<void> {
  await revokeKeysNamed(sql, organizationId, name)
}

function readScope(text: string): Scope[] {
  if (text === 'read') return ['read_metrics', 'read_jobs']
  const scope = SCOPES.find((known) => known === text)
  if (!scope) throw new UserError(`There is no scope "${text}". Use one or more of read, ${SCOPES.join(', ')}.`)
  return [scope]
}

import type { Sql } from '../../db/client.ts'
import { LIMITS } from '../../ingest/index.ts'
import { readNetworks } from '../../lib/networks.ts'
import { readName } from '../../lib/read-name.ts'
import { isStorable } from '../../lib/search-text.ts'
import { hashToken, KEY_PREFIX, type Tokens } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import { SCOPES, type Scope } from '../../schema/permissions.ts'
import { type ApiKeyRow, insertKey, type NewKey } from './queries.ts'

export interface KeyInput {
  name: string
  /** `read` stands for `read_metrics` and `read_jobs`. */
  scopes: readonly string[]
  expiresAt: Date | null
  /** Keys of the pipelines that it is confined to. Default: all. They need not exist yet. */
  pipelines?: readonly string[] | null | undefined
  /** Networks that it may be used from. Default: any. */
  addresses?: readonly string[] | null | undefined
  requestsAMinute?: number | null | undefined
  /** Who made it, for people. */
  createdBy?: string | null
}

/** What a key may do, and from where. */
export type KeyRights = Omit<NewKey, 'prefix' | 'keyHash'>

export interface CreatedKey {
  apiKey: ApiKeyRow
  key: string
}

const SHOWN_CHARACTERS = 6
const MOST_PIPELINES = 1_000
const MOST_ADDRESSES = 100
const MOST_REQUESTS_A_MINUTE = 1_000_000

/** Makes an API key. The key itself is in the answer and nowhere else: only its hash is stored. Throws a UserError. */
export function createKey(
  { sql, tokens }: { sql: Sql; tokens: Tokens },
  organizationId: number,
  input: KeyInput,
): Promise<CreatedKey> {
  return storeKey({ sql, tokens }, organizationId, readRights(input))
}

/** Makes a key with rights that were read. */
export async function storeKey(
  { sql, tokens }: { sql: Sql; tokens: Tokens },
  organizationId: number,
  rights: KeyRights,
): Promise<CreatedKey> {
  const key = tokens.make('key')
  const prefix = key.slice(0, KEY_PREFIX.length + SHOWN_CHARACTERS)
  const apiKey = await insertKey(sql, organizationId, { ...rights, prefix, keyHash: hashToken(key) })
  return { apiKey, key }
}

/** What a key shall be able to do. Throws a UserError for what cannot be. */
export function readRights(input: KeyInput): KeyRights {
  const scopes = [...new Set(input.scopes.flatMap(readScope))]
  if (scopes.length === 0) throw new UserError(`A key needs a scope: one or more of ${SCOPES.join(', ')}.`)
  return {
    name: readName('name of the key', input.name),
    scopes,
    pipelines: input.pipelines ? readPipelines(input.pipelines) : null,
    addresses: input.addresses ? readAddresses(input.addresses) : null,
    requestsAMinute: readRequests(input.requestsAMinute ?? null),
    createdBy: input.createdBy ?? null,
    expiresAt: input.expiresAt,
  }
}

function readScope(text: string): Scope[] {
  if (text === 'read') return ['read_metrics', 'read_jobs']
  const scope = SCOPES.find((known) => known === text)
  if (!scope) throw new UserError(`There is no scope "${text}". Use one or more of read, ${SCOPES.join(', ')}.`)
  return [scope]
}

function readPipelines(pipelines: readonly string[]): string[] {
  if (pipelines.length === 0) {
    throw new UserError(
      'The list of pipelines is empty, so the key could do nothing: name some, or leave it out for all.',
    )
  }
  if (pipelines.length > MOST_PIPELINES) {
    throw new UserError(`The list of pipelines has ${pipelines.length} names: at most ${MOST_PIPELINES} are possible.`)
  }
  for (const key of pipelines) {
    if (key.trim() === '') throw new UserError('The list of pipelines has an empty name.')
    if (key.length > LIMITS.pipelineLength) {
      throw new UserError(
        `"${key.slice(0, 60)}..." is no pipeline: a name has at most ${LIMITS.pipelineLength} characters.`,
      )
    }
    if (!isStorable(key)) throw new UserError('The list of pipelines has a name with characters that cannot be stored.')
  }
  return [...new Set(pipelines)]
}

function readAddresses(addresses: readonly string[]): string[] {
  if (addresses.length === 0) {
    throw new UserError(
      'The list of addresses is empty, so the key could not be used: name some, or leave it out for any.',
    )
  }
  if (addresses.length > MOST_ADDRESSES) {
    throw new UserError(
      `The list of addresses has ${addresses.length} networks: at most ${MOST_ADDRESSES} are possible.`,
    )
  }
  return [...new Set(readNetworks('The list of addresses', addresses))]
}

function readRequests(requests: number | null): number | null {
  if (requests === null || (requests >= 1 && requests <= MOST_REQUESTS_A_MINUTE)) return requests
  throw new UserError(
    `${requests} requests a minute: choose from 1 to ${MOST_REQUESTS_A_MINUTE.toLocaleString('en')}, or leave it out.`,
  )
}

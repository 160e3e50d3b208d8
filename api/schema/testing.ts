import { makeAnalyst } from '../analyst/index.ts'
import type { Sql } from '../db/client.ts'
import type { Changes } from '../lib/changes.ts'
import { makeGuardedFetch } from '../lib/guarded-fetch.ts'
import { makePlaces } from '../lib/places.ts'
import { makeSeal } from '../lib/seal.ts'
import { makeTokens } from '../lib/tokens.ts'
import type { Context, Services, Viewer } from './context.ts'
import { permissionsOfScopes, type Scope } from './permissions.ts'

const SECRETS = ['a test needs no random characters, only 32 of them']
/** Tokens and seals of all tests. */
export const testTokens = makeTokens(SECRETS)
export const testSeal = makeSeal(SECRETS)

/** Has threads only where a test analyses something. */
const testAnalyst = makeAnalyst()

/** The signal of a request whose sender waits. */
export const NEVER = new AbortController().signal

const nothing: Changes = { publish: () => {}, subscribe: () => () => {} }

/** What a server has, without mail. */
export function testServices(sql: Sql, changes: Changes = nothing, now: () => Date = () => new Date()): Services {
  return {
    sql,
    changes,
    now,
    log: { info: () => {}, error: () => {} },
    tokens: testTokens,
    seal: testSeal,
    mail: null,
    queriesAtOnce: makePlaces(5_000),
    statementsAtOnce: makePlaces(5_000),
    analyst: testAnalyst,
    publicUrl: 'http://localhost',
    fetch: makeGuardedFetch(null),
    pwnedPasswordsUrl: null,
  }
}

/** A key with these scopes, as it asks. */
export function keyViewer(organizationId: number, scopes: readonly Scope[]): Viewer {
  const apiKey = { id: 1, name: 'Test', scopes, pipelines: null, addresses: null, requestsAMinute: null }
  return {
    organization: { id: organizationId, name: 'Test' },
    user: null,
    session: null,
    apiKey,
    shareLink: null,
    permissions: permissionsOfScopes(scopes),
    queriesAtOnce: null,
    kept: { jobs: null, rollups: null },
    expiresAt: null,
  }
}

/** A request of a key that may read. */
export function testContext(services: Services, organizationId: number, scopes: readonly Scope[] = READ): Context {
  return { ...services, viewer: keyViewer(organizationId, scopes), address: null, signal: NEVER }
}

/** What `read` stands for. */
export const READ: readonly Scope[] = ['read_metrics', 'read_jobs']

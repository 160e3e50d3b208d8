import { randomBytes } from 'node:crypto'
import { makeAnalyst } from '../analyst/index.ts'
import type { Sql } from '../db/client.ts'
import type { Changes } from '../lib/changes.ts'
import { makeGuardedFetch } from '../lib/guarded-fetch.ts'
import { makePlaces } from '../lib/places.ts'
import { makeSeal } from '../lib/seal.ts'
import { makeTokens } from '../lib/tokens.ts'
import type { Services } from '../schema/context.ts'

/** What a server has, without mail and with a secret of its own. */
export function benchmarkServices(sql: Sql, changes: Changes): Services {
  const secrets = [randomBytes(32).toString('base64url')]
  return {
    sql,
    changes,
    now: () => new Date(),
    log: { info: () => {}, error: (message, details) => console.error(message, details) },
    tokens: makeTokens(secrets),
    seal: makeSeal(secrets),
    mail: null,
    queriesAtOnce: makePlaces(5_000),
    statementsAtOnce: makePlaces(5_000),
    analyst: makeAnalyst(),
    fetch: makeGuardedFetch(null),
    pwnedPasswordsUrl: null,
    publicUrl: 'http://localhost',
  }
}

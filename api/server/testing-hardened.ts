import { createKey } from '../features/keys/index.ts'
import { hashToken } from '../lib/tokens.ts'
import { SESSION_COOKIE } from '../access/index.ts'
import type { Hardening } from './hardening.ts'
import { testServer } from './testing.ts'

/** As in production. */
export const CLOSED: Hardening = { production: true, introspection: false, origins: ['https://bi.example.com'] }

/** A server as in production, with a key that can only read, and an owner who is signed in. */
export async function hardenedServer(hardening = CLOSED) {
  const server = await testServer({ hardening, proxies: ['127.0.0.0/8'] })
  const { sql, services, organization } = server
  const input = { name: 'bi', scopes: ['read_metrics', 'read_jobs'], expiresAt: null } as const
  const { key } = await createKey(services, organization.id, { ...input, scopes: [...input.scopes] })
  const session = services.tokens.make('session')
  await sql`
    with person as (insert into users (email, name, password_hash) values ('ada@example.com', 'Ada', 'x') returning id),
      member as (
        insert into memberships (organization_id, user_id, role) select ${organization.id}, id, 'owner' from person returning user_id
      )
    select 1 from member`
  await sql`
    insert into sessions (token_hash, user_id, organization_id, expires_at)
    select ${hashToken(session)}, id, ${organization.id}, now() + interval '1 day' from users where email = 'ada@example.com'`
  return {
    ...server,
    readerKey: key,
    reader: { Authorization: `Bearer ${key}` },
    cookie: `${SESSION_COOKIE}=${session}`,
  }
}

export type HardenedServer = Awaited<ReturnType<typeof hardenedServer>>

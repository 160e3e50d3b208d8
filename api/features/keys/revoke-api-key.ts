import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { readId } from '../../schema/read-id.ts'
import { type Actor, actorOf, recordAudit } from '../audit/index.ts'
import { ApiKey } from './api-key.ts'
import { keyNotFound } from './key-not-found.ts'
import { type ApiKeyRow, lockKey, lockKeysNamed, revokeKey } from './queries.ts'

builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: ApiKey,
    description: 'Ends a key within a second, its open subscriptions included. It cannot be undone.',
    args: { id: t.arg.id({ required: true, description: 'Of the key.' }) },
    resolve: (_root, { id }, context) => revoke(context, id),
  }),
)

async function revoke(context: Context, id: string): Promise<ApiKeyRow> {
  const organizationId = organizationFor('keys.manage', context)
  return transaction(context.sql, async (sql) => {
    const key = await lockKey(sql, organizationId, readId(id))
    if (!key) throw keyNotFound(id)
    return key.revokedAt ? key : end(sql, actorOf(context), key, context.now())
  })
}

/** Ends every key of this name, and returns them. It answers nothing from the next request on. */
export function revokeKeys(sql: Sql, actor: Actor, name: string, now: Date): Promise<ApiKeyRow[]> {
  return transaction(sql, async (sql) => {
    const ended: ApiKeyRow[] = []
    for (const key of await lockKeysNamed(sql, actor.organizationId, name)) ended.push(await end(sql, actor, key, now))
    return ended
  })
}

async function end(sql: Sql, actor: Actor, key: ApiKeyRow, now: Date): Promise<ApiKeyRow> {
  const ended = await revokeKey(sql, actor.organizationId, key.id, now)
  await recordAudit(sql, actor, { action: 'key.revoked', subject: key.name, before: { prefix: key.prefix } })
  return ended
}

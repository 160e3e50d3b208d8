import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { type CreatedKey, type KeyInput, readRights, storeKey } from './create-key.ts'
import { CreateApiKeyInput } from './create-api-key-input.ts'
import { CreatedApiKey } from './created-api-key.ts'
import { describeKey } from './describe.ts'
import { refuseToGive } from './grant.ts'
import { countKeys } from './queries.ts'

/** A leaked key that may make keys shall not fill the database. */
const MOST_KEYS = 1_000

builder.mutationField('createApiKey', (t) =>
  t.field({
    type: CreatedApiKey,
    description: 'Makes an API key. Nobody can give it more than they have themselves.',
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'What the key may do.' }) },
    resolve: (_root, { input }, context) => create(context, { ...input, expiresAt: input.expiresAt ?? null }),
  }),
)

async function create(context: Context, input: KeyInput): Promise<CreatedKey> {
  const organizationId = organizationFor('keys.manage', context)
  const actor = actorOf(context)
  const rights = readRights({ ...input, createdBy: actor.name })
  refuseToGive(rights, context.viewer)
  if (rights.expiresAt && rights.expiresAt <= context.now()) throw new UserError('The key would have ended already.')
  return transaction(context.sql, async (sql) => {
    if ((await countKeys(sql, organizationId, context.now())) >= MOST_KEYS) {
      throw new UserError(`There are ${MOST_KEYS} keys in use, which is the most: revoke one first.`)
    }
    const made = await storeKey({ sql, tokens: context.tokens }, organizationId, rights)
    const after = describeKey(made.apiKey)
    await recordAudit(sql, actor, { action: 'key.created', subject: made.apiKey.name, after })
    return made
  })
}

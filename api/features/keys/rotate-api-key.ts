import { transaction } from '../../db/transaction.ts'
import { parseDuration } from '../../lib/duration.ts'
import { UserError } from '../../lib/user-error.ts'
import { addMonths } from '../../lib/zoned-time.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { type CreatedKey, storeKey } from './create-key.ts'
import { CreatedApiKey } from './created-api-key.ts'
import { describeKey } from './describe.ts'
import { refuseToGive } from './grant.ts'
import { keyNotFound } from './key-not-found.ts'
import { type ApiKeyRow, endKey, lockKey } from './queries.ts'

const DAY_MS = 24 * 3_600_000
const LONGEST_OVERLAP_DAYS = 90

builder.mutationField('rotateApiKey', (t) =>
  t.field({
    type: CreatedApiKey,
    description:
      'Makes a new key with the name and the rights of another, which ends after the overlap. A key that was made to ' +
      'end by itself is replaced by one that lasts as long again.',
    args: {
      id: t.arg.id({ required: true, description: 'Of the key.' }),
      overlap: t.arg({
        type: 'Duration',
        required: true,
        defaultValue: 'P1D',
        description: `How long the old key still counts, at most ${LONGEST_OVERLAP_DAYS} days; "PT0S" ends it at once.`,
      }),
    },
    resolve: (_root, { id, overlap }, context) => rotate(context, id, overlap),
  }),
)

async function rotate(context: Context, id: string, overlap: string): Promise<CreatedKey> {
  const organizationId = organizationFor('keys.manage', context)
  const now = context.now()
  const end = endOfOverlap(now, overlap)
  return transaction(context.sql, async (sql) => {
    const old = await lockKey(sql, organizationId, readId(id))
    if (!old) throw keyNotFound(id)
    refuseToGive(old, context.viewer)
    if (old.revokedAt || (old.expiresAt && old.expiresAt <= now)) {
      throw new UserError(`The key "${old.name}" has ended: make a new one.`)
    }
    const actor = actorOf(context)
    const rights = { ...old, createdBy: actor.name, expiresAt: asLongAgain(old, now) }
    const made = await storeKey({ sql, tokens: context.tokens }, organizationId, rights)
    await endKey(sql, organizationId, old.id, end)
    const before = {
      ...describeKey(old),
      endsAt: (old.expiresAt && old.expiresAt < end ? old.expiresAt : end).toISOString(),
    }
    await recordAudit(sql, actor, { action: 'key.rotated', subject: old.name, before, after: describeKey(made.apiKey) })
    return made
  })
}

function endOfOverlap(now: Date, overlap: string): Date {
  const { months, days, ms } = parseDuration(overlap)!
  const end = addMonths(now.getTime(), months) + days * DAY_MS + ms
  if (end - now.getTime() > LONGEST_OVERLAP_DAYS * DAY_MS) {
    throw new UserError(`The overlap ${overlap} is longer than ${LONGEST_OVERLAP_DAYS} days.`)
  }
  return new Date(end)
}

function asLongAgain({ createdAt, expiresAt }: ApiKeyRow, now: Date): Date | null {
  return expiresAt && new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime())
}

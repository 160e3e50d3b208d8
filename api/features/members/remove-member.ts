import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor, refuseWithout } from '../../schema/context.ts'
import { badInput, notFound } from '../../schema/errors.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { NO_MEMBER } from './member.ts'
import * as queries from './queries/members.ts'
import { refuseBeyond } from './refuse-beyond.ts'

builder.mutationField('removeMember', (t) =>
  t.id({
    description:
      'Removes a person from the organization, and ends their sessions in it at once. Everybody may remove themselves. Whoever belongs to no other organization loses the account.',
    args: { userId: t.arg.id({ required: true, description: 'Of the member.' }) },
    async resolve(_root, { userId }, context) {
      await remove(context, readId(userId))
      return userId
    },
  }),
)

async function remove(context: Context, userId: number): Promise<void> {
  const organizationId = organizationFor('members.read', context)
  if (context.viewer.user?.id !== userId) refuseWithout('members.manage', context.viewer)
  await transaction(context.sql, async (tx) => {
    const owners = await queries.lockOwners(tx, organizationId)
    const member = await queries.lockMember(tx, organizationId, userId)
    if (!member) throw notFound(NO_MEMBER)
    const { email, role } = member
    refuseBeyond(role, context.viewer)
    if (owners.length === 1 && owners[0] === userId) {
      throw badInput('This is the last owner, who stays: make somebody else an owner first.')
    }
    await queries.deleteMembership(tx, organizationId, userId)
    await queries.deleteUserWithoutMembership(tx, userId)
    await recordAudit(tx, actorOf(context), { action: 'member.removed', subject: email, before: { role } })
  })
}

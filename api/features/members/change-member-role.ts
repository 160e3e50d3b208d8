import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { badInput, notFound } from '../../schema/errors.ts'
import type { Role as RoleName } from '../../schema/permissions.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { Role } from '../organizations/index.ts'
import { Member, NO_MEMBER } from './member.ts'
import { lockMember, lockOwners, selectMembers, updateRole } from './queries/members.ts'
import { refuseBeyond } from './refuse-beyond.ts'

builder.mutationField('changeMemberRole', (t) =>
  t.field({
    type: Member,
    description: 'Gives a member another role, at once. Neither role may do more than you may yourself.',
    args: {
      userId: t.arg.id({ required: true, description: 'Of the member.' }),
      role: t.arg({ type: Role, required: true, description: 'The new role.' }),
    },
    resolve: (_root, { userId, role }, context) => changeRole(context, readId(userId), role),
  }),
)

async function changeRole(context: Context, userId: number, role: RoleName) {
  const organizationId = organizationFor('members.manage', context)
  refuseBeyond(role, context.viewer)
  return transaction(context.sql, async (tx) => {
    const owners = await lockOwners(tx, organizationId)
    const before = await lockMember(tx, organizationId, userId)
    if (!before) throw notFound(NO_MEMBER)
    refuseBeyond(before.role, context.viewer)
    if (role !== before.role) {
      if (owners.length === 1 && owners[0] === userId) {
        throw badInput('This is the last owner, who stays one: make somebody else an owner first.')
      }
      await updateRole(tx, organizationId, userId, role)
      const change = { before: { role: before.role }, after: { role } }
      await recordAudit(tx, actorOf(context), { action: 'member.role-changed', subject: before.email, ...change })
    }
    const [member] = await selectMembers(tx, organizationId, [userId])
    return member!
  })
}

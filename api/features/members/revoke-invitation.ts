import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { notFound } from '../../schema/errors.ts'
import { readId } from '../../schema/read-id.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { Invitation } from './invitation.ts'
import { lockInvitation, revokeInvitation } from './queries/invitations.ts'
import { refuseBeyond } from './refuse-beyond.ts'

builder.mutationField('revokeInvitation', (t) =>
  t.field({
    type: Invitation,
    description: 'Ends an open invitation: its link does not count any more.',
    args: { id: t.arg.id({ required: true, description: 'Of the invitation.' }) },
    resolve: (_root, { id }, context) => revoke(context, readId(id)),
  }),
)

async function revoke(context: Context, id: number) {
  const organizationId = organizationFor('members.manage', context)
  const now = context.now()
  return transaction(context.sql, async (tx) => {
    const invitation = await lockInvitation(tx, organizationId, { id }, now)
    if (!invitation) throw notFound('There is no such open invitation. It may have been accepted or revoked.')
    const { email, role } = invitation
    refuseBeyond(role, context.viewer)
    await revokeInvitation(tx, organizationId, id, now)
    await recordAudit(tx, actorOf(context), { action: 'invitation.revoked', subject: email, before: { role } })
    return invitation
  })
}

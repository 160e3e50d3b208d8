import { transaction } from '../../db/transaction.ts'
import { hashToken } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import { invitationMail } from '../../mail/index.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import type { Role as RoleName } from '../../schema/permissions.ts'
import { actorOf, recordAudit } from '../audit/index.ts'
import { Role } from '../organizations/index.ts'
import { readEmail } from '../people/index.ts'
import { Invitation } from './invitation.ts'
import * as queries from './queries/invitations.ts'
import { isMember } from './queries/members.ts'
import { refuseBeyond } from './refuse-beyond.ts'

const LASTS_MS = 7 * 24 * 3600 * 1000
/** Each is a letter to somebody who did not ask for it. */
const MOST_OPEN = 500

const InviteMemberInput = builder.inputType('InviteMemberInput', {
  description: 'Who is invited, and as what.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'The address of the person. It need not have an account.' }),
    role: t.field({ type: Role, required: true, description: 'It may do no more than you may yourself.' }),
  }),
})

const InviteMemberPayload = builder
  .objectRef<{ invitation: queries.InvitationRow; link: string | null }>('InviteMemberPayload')
  .implement({
    description: 'What became of an invitation.',
    fields: (t) => ({
      invitation: t.expose('invitation', { type: Invitation, description: 'The invitation.' }),
      link: t.exposeString('link', {
        nullable: true,
        description:
          'The link to hand over to the person, shown this once. Null when it was sent to them; there is one when this server sends no mail, or could not.',
      }),
    }),
  })

builder.mutationField('inviteMember', (t) =>
  t.field({
    type: InviteMemberPayload,
    description: 'Invites a person for seven days. It takes the place of an open invitation to the same address.',
    args: { input: t.arg({ type: InviteMemberInput, required: true, description: 'Whom, and as what.' }) },
    resolve: (_root, { input }, context) => invite(context, input),
  }),
)

async function invite(context: Context, { email: text, role }: { email: string; role: RoleName }) {
  const organizationId = organizationFor('members.manage', context)
  refuseBeyond(role, context.viewer)
  const email = readEmail(text)
  const actor = actorOf(context)
  const token = context.tokens.make('link')
  const createdAt = context.now()
  const expiresAt = new Date(createdAt.getTime() + LASTS_MS)
  const invitation = await transaction(context.sql, async (tx) => {
    if (await isMember(tx, organizationId, email)) throw new UserError(`${email} is a member already.`)
    const before = await queries.lockInvitation(tx, organizationId, { email }, createdAt)
    if (before) refuseBeyond(before.role, context.viewer)
    else if ((await queries.countInvitations(tx, organizationId, createdAt)) >= MOST_OPEN) {
      throw new UserError(`There are ${MOST_OPEN} open invitations, which is the most: revoke some first.`)
    }
    const made = { email, role, tokenHash: hashToken(token), invitedBy: actor.name, createdAt, expiresAt }
    await recordAudit(tx, actor, {
      action: 'invitation.created',
      subject: email,
      before: before && { role: before.role },
      after: { role, expiresAt },
    })
    return queries.putInvitation(tx, organizationId, made)
  })
  const url = `${context.publicUrl}/invitation?token=${token}`
  return { invitation, link: (await sendLetter(context, invitation, url)) ? null : url }
}

/** False when there is no mail, or the mail server did not take the letter: the invitation counts all the same. */
async function sendLetter({ mail, viewer }: Context, invitation: queries.InvitationRow, url: string) {
  if (!mail) return false
  const letter = { ...invitation, organization: viewer.organization.name, url }
  return mail.send(invitationMail(invitation.email, letter)).then(
    () => true,
    () => false,
  )
}

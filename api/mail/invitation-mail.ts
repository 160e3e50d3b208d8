import type { Mail } from '../lib/mailer.ts'
import type { Role } from '../schema/permissions.ts'
import { writeMail } from './letter.ts'

/** What an invitation says. */
export interface InvitationLetter {
  organization: string
  role: Role
  /** Name or address of whoever invites. */
  invitedBy: string
  url: string
  expiresAt: Date
}

/** The letter to somebody who is invited into an organization. */
export function invitationMail(to: string, { organization, role, invitedBy, url, expiresAt }: InvitationLetter): Mail {
  const until = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt)
  return writeMail(to, {
    subject: `You are invited to ${organization} on Tachograph`,
    sentences: [
      `${invitedBy} invites you to join ${organization} as ${role}.`,
      `The invitation can be accepted once, before ${until} ends (UTC).`,
    ],
    link: { label: 'See the invitation', url },
    ending: 'If you did not expect it, do nothing: without the link nobody can accept it.',
  })
}

import { builder } from '../../schema/builder.ts'
import { Role } from '../organizations/index.ts'
import type { InvitationRow } from './queries/invitations.ts'

export const Invitation = builder.objectRef<InvitationRow>('Invitation').implement({
  description: 'Somebody is asked to join the organization, and has not answered yet.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the invitation.' }),
    email: t.exposeString('email', { description: 'Who is invited.' }),
    role: t.expose('role', { type: Role, description: 'What they will be able to do.' }),
    invitedBy: t.exposeString('invitedBy', { description: 'Who invited them: an address, or the name of a key.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When they were invited.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends by itself.' }),
  }),
})

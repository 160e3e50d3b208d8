import { builder } from '../../schema/builder.ts'
import { Organization, Role } from '../organizations/index.ts'
import type { MembershipRow } from './queries/people.ts'

export const Membership = builder.objectRef<MembershipRow>('Membership').implement({
  description: 'That a person belongs to an organization.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      description: 'The organization.',
      resolve: ({ organizationId, organization }) => ({ id: organizationId, name: organization }),
    }),
    role: t.expose('role', { type: Role, description: 'What the person may do there.' }),
  }),
})

import { builder } from '../../schema/builder.ts'
import { Role } from '../organizations/index.ts'
import type { MemberRow } from './queries/members.ts'

/** What is said about a person who is no member, whether there is such a person elsewhere or not. */
export const NO_MEMBER = 'There is no such member. They may have left.'

/** A member in GraphQL. Its teams are added by the feature `teams`. */
export const Member = builder.objectRef<MemberRow>('Member').implement({
  description: 'A person who belongs to the organization.',
  fields: (t) => ({
    id: t.exposeID('userId', { description: 'That of the person: it stays the same when name or address change.' }),
    name: t.exposeString('name', { description: 'As people call them.' }),
    email: t.exposeString('email', { description: 'The address that they sign in with.' }),
    role: t.expose('role', { type: Role, description: 'What they may do here.' }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'Since when they belong to the organization.' }),
    secondFactor: t.exposeBoolean('secondFactor', {
      description: 'Whether they show a code when they sign in with the password.',
    }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a session of theirs was last used here; null when there is none any more.',
    }),
  }),
})

import { builder } from '../../schema/builder.ts'
import { Organization } from '../organizations/index.ts'
import type { SessionRow } from './queries/sessions.ts'

export const Session = builder.objectRef<SessionRow>('Session').implement({
  description: 'A sign-in of a person, with one browser.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the session; it is not its token.' }),
    organization: t.field({
      type: Organization,
      description: 'The organization that it is in now.',
      resolve: ({ organizationId, organization }) => ({ id: organizationId, name: organization }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person signed in.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends by itself.' }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to about a minute.',
    }),
    address: t.exposeString('address', { nullable: true, description: 'The network address that it was begun from.' }),
    agent: t.exposeString('agent', {
      nullable: true,
      description: 'What the browser said it is: the header User-Agent, at most 300 characters.',
    }),
    isCurrent: t.boolean({
      description: 'Whether this question was asked with it.',
      resolve: ({ id }, _args, { viewer }) => id === viewer.session?.id,
    }),
    provider: t.exposeString('provider', {
      nullable: true,
      description: 'The identity provider that it was begun with; null: with a password.',
    }),
  }),
})

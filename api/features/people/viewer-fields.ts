import { builder } from '../../schema/builder.ts'
import { type Context, perRequest } from '../../schema/context.ts'
import { Viewer } from '../organizations/index.ts'
import { Membership } from './membership.ts'
import { personFor } from './own-account.ts'
import { selectAccount, selectMemberships } from './queries/people.ts'
import { selectSessions } from './queries/sessions.ts'
import { Session } from './session.ts'
import { User } from './user.ts'

/** What several fields of one answer need is read once. Null for a key. */
const accountOf = perRequest(({ sql, viewer }) => (viewer.user ? selectAccount(sql, viewer.user.id) : null))

builder.objectFields(Viewer, (t) => ({
  user: t.expose('user', { type: User, nullable: true, description: 'The person, when a person asks.' }),
  organizations: t.field({
    type: [Membership],
    description:
      'Organizations that the person can go on in, by name. A session of an identity provider stays in its own.',
    resolve: (_viewer, _args, context) => membershipsOf(context),
  }),
  session: t.field({
    type: Session,
    nullable: true,
    description: 'The session that asks; null when a key asks.',
    async resolve(viewer, _args, context) {
      if (!viewer.session) return null
      const sessions = await selectSessions(context.sql, personFor(context).owner, context.now())
      return sessions.find(({ id }) => id === viewer.session?.id) ?? null
    },
  }),
  secondFactor: t.boolean({
    description: 'Whether the person shows a code when signing in with the password.',
    resolve: async (_viewer, _args, context) => (await accountOf(context))?.secondFactor ?? false,
  }),
  recoveryCodesLeft: t.int({
    description: 'How many recovery codes were not used yet.',
    resolve: async (_viewer, _args, context) => (await accountOf(context))?.recoveryCodesLeft ?? 0,
  }),
  hasPassword: t.boolean({
    description: 'Whether the person can sign in with a password.',
    resolve: async (_viewer, _args, context) => ((await accountOf(context))?.passwordHash ?? null) !== null,
  }),
}))

async function membershipsOf(context: Context) {
  if (!context.viewer.user) return []
  const { userId, owner } = personFor(context)
  const memberships = await selectMemberships(context.sql, userId)
  const { organizationId } = owner
  return organizationId === null ? memberships : memberships.filter((one) => one.organizationId === organizationId)
}

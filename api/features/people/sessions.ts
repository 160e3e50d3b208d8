import { transaction } from '../../db/transaction.ts'
import { builder } from '../../schema/builder.ts'
import { notFound } from '../../schema/errors.ts'
import { recordAudit } from '../audit/index.ts'
import { type Person, personFor } from './own-account.ts'
import { deleteOtherSessions, deleteSession, selectSessions } from './queries/sessions.ts'
import { Session } from './session.ts'
import type { Sql } from '../../db/client.ts'

const NONE = 'You have no such session. It may have ended already.'

builder.queryField('sessions', (t) =>
  t.field({
    type: [Session],
    description: 'Where the person is signed in, the latest seen first.',
    resolve: (_root, _args, context) => selectSessions(context.sql, personFor(context).owner, context.now()),
  }),
)

builder.mutationField('endSession', (t) =>
  t.id({
    description: 'Ends one of the sessions of the person, at once. Returns its id.',
    args: { id: t.arg.id({ required: true, description: 'Of the session.' }) },
    async resolve(_root, { id }, context) {
      const person = personFor(context)
      if (!/^[1-9]\d{0,8}$/.test(id)) throw notFound(NONE)
      return transaction(context.sql, async (tx) => {
        const ended = await deleteSession(tx, person.owner, Number(id))
        if (!ended) throw notFound(NONE)
        await recordEnd(tx, person, { organizationId: ended.organizationId, ended: 1 })
        return id
      })
    },
  }),
)

builder.mutationField('endOtherSessions', (t) =>
  t.int({
    description: 'Ends all sessions of the person but the one that asks, at once. Returns how many.',
    resolve: (_root, _args, context) =>
      transaction(context.sql, async (tx) => {
        const person = personFor(context)
        const groups = await deleteOtherSessions(tx, person.owner, person.sessionId)
        for (const group of groups) await recordEnd(tx, person, group)
        return groups.reduce((sum, { ended }) => sum + ended, 0)
      }),
  }),
)

function recordEnd(sql: Sql, person: Person, { organizationId, ended }: { organizationId: number; ended: number }) {
  const { userId, email, address } = person
  const actor = { organizationId, userId, keyId: null, name: email, address }
  return recordAudit(sql, actor, { action: 'session.ended', subject: email, before: { sessions: ended } })
}

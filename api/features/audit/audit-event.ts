import { builder } from '../../schema/builder.ts'
import type { AuditEventRow } from './queries.ts'

/** Who can do something. */
export type ActorKind = 'PERSON' | 'KEY' | 'SYSTEM'

const ActorKindEnum = builder.enumType('ActorKind', {
  description: 'Who can do something.',
  values: {
    PERSON: { description: 'A person who was signed in.' },
    KEY: { description: 'A program with an API key.' },
    SYSTEM: { description: 'The server itself, or whoever runs it.' },
  } satisfies Record<ActorKind, { description: string }>,
})

export const AuditEvent = builder.objectRef<AuditEventRow>('AuditEvent').implement({
  description: 'A line of the audit log: who changed or took what. It stays as it was written.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the line.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was done.' }),
    actor: t.exposeString('actor', {
      description: 'Who did it, as they were called then: the address of a person, "Key" and the name of a key, ...',
    }),
    actorKind: t.field({ type: ActorKindEnum, description: 'What the actor is.', resolve: actorKindOf }),
    action: t.exposeString('action', { description: 'What was done, as in "member.role-changed".' }),
    subject: t.exposeString('subject', { description: 'What it was done to: an address, a name.' }),
    before: t.expose('before', { type: 'JSON', nullable: true, description: 'What it was before; null: nothing.' }),
    after: t.expose('after', { type: 'JSON', nullable: true, description: 'What it was afterwards; null: nothing.' }),
    address: t.exposeString('address', {
      nullable: true,
      description: 'The network address that the request came from; null when that is not known.',
    }),
  }),
})

/** Whether a person, a key or neither did it. */
export function actorKindOf({ userId, keyId }: Pick<AuditEventRow, 'userId' | 'keyId'>): ActorKind {
  if (userId !== null) return 'PERSON'
  return keyId === null ? 'SYSTEM' : 'KEY'
}

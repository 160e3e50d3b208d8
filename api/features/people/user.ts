import { builder } from '../../schema/builder.ts'
import type { Viewer } from '../../schema/context.ts'

export const User = builder.objectRef<NonNullable<Viewer['user']>>('User').implement({
  description: 'A person who can sign in.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stays the same when name or address change.' }),
    name: t.exposeString('name', { description: 'As people call them.' }),
    email: t.exposeString('email', { description: 'The address that they sign in with.' }),
  }),
})

import { builder } from '../../schema/builder.ts'
import type { Viewer } from '../../schema/context.ts'

export const Organization = builder.objectRef<Viewer['organization']>('Organization').implement({
  description: 'A tenant: nothing of it is seen from another.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stays the same when the name changes.' }),
    name: t.exposeString('name', { description: 'As people call it.' }),
  }),
})

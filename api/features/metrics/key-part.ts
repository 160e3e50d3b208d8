import { builder } from '../../schema/builder.ts'
import type { KeyPart } from './shape-series.ts'

/** `KeyPart` in GraphQL. */
export const KeyPartRef = builder.objectRef<KeyPart>('KeyPart').implement({
  description: 'One dimension of a key and its value.',
  fields: (t) => ({
    dimension: t.exposeString('dimension'),
    value: t.exposeString('value', { nullable: true, description: 'Null: these rows have no value.' }),
  }),
})

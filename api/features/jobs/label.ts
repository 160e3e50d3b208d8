import { builder } from '../../schema/builder.ts'

/** A text by name. */
export interface LabelShape {
  name: string
  value: string
}

/** `Label` in GraphQL. */
export const Label = builder.objectRef<LabelShape>('Label').implement({
  description: 'A text by name that the sender gave a job, such as its environment or its customer.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is about. A job has one label of a name at most.' }),
    value: t.exposeString('value', { description: 'The text.' }),
  }),
})

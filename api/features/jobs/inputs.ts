import { builder } from '../../schema/builder.ts'

/** A label as it is sent with a job and asked for in a filter. */
export const LabelInput = builder.inputType('LabelInput', {
  description: 'A text by name.',
  fields: (t) => ({
    name: t.string({ required: true }),
    value: t.string({ required: true }),
  }),
})

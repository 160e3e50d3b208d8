import { builder } from '../../schema/builder.ts'
import type { DetailColumn } from './catalog.ts'
import { ColumnTypeEnum, UnitEnum } from './measure.ts'

/** `DetailColumn` in GraphQL. */
export const DetailColumnRef = builder.objectRef<DetailColumn>('DetailColumn').implement({
  description: 'A column to show of the single rows behind a number.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The field of the type that the dataset is about, such as that of Job.',
    }),
    title: t.exposeString('title', { description: 'For people.' }),
    type: t.expose('type', { type: ColumnTypeEnum }),
    unit: t.expose('unit', { type: UnitEnum }),
  }),
})

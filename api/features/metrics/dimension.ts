import { builder } from '../../schema/builder.ts'
import type { Dimension } from './catalog.ts'
import { ColumnTypeEnum } from './measure.ts'

/** What the catalog shows of a dimension, or of a family of them. */
export type ShownDimension = Pick<Dimension, 'name' | 'title' | 'description' | 'type' | 'values'>

/** `Dimension` in GraphQL. */
export const DimensionRef = builder.objectRef<ShownDimension>('Dimension').implement({
  description: 'Something that rows can be split and filtered by.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a MetricQuery calls it. "label.<name>" stands for any label.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    description: t.exposeString('description'),
    type: t.expose('type', { type: ColumnTypeEnum }),
    values: t.stringList({
      nullable: true,
      description: 'All values there can be, when they are known beforehand.',
      resolve: ({ values }) => values ?? null,
    }),
  }),
})

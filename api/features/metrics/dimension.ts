import { builder } from '../../schema/builder.ts'
import { CARDINALITIES, type Dimension } from './catalog.ts'
import { opsOf } from './check-condition.ts'
import { FilterOpEnum } from './filter-input.ts'
import { ColumnTypeEnum } from './measure.ts'

const CardinalityEnum = builder.enumType('Cardinality', {
  description: 'About how many different values there are: a dozen, some hundreds, or up to one for each row.',
  values: CARDINALITIES,
})

/** `Dimension` in GraphQL. */
export const DimensionRef = builder.objectRef<Dimension>('Dimension').implement({
  description: 'Something that rows can be split and filtered by.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a MetricQuery calls it. "label.<name>" stands for any label.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    description: t.exposeString('description'),
    type: t.expose('type', { type: ColumnTypeEnum }),
    cardinality: t.expose('cardinality', { type: CardinalityEnum }),
    filterOnly: t.boolean({
      description: 'Whether it can filter and not split, because nearly every row has another value.',
      resolve: ({ filterOnly }) => filterOnly ?? false,
    }),
    ops: t.field({ type: [FilterOpEnum], description: 'The ways to filter by it.', resolve: opsOf }),
    values: t.stringList({
      nullable: true,
      description: 'All values there can be, when they are known beforehand.',
      resolve: ({ values }) => values ?? null,
    }),
  }),
})

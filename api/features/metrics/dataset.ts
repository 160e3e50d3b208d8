import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import type { Dataset, Dimension } from './catalog.ts'
import { datasets } from './datasets/index.ts'
import { DetailColumnRef } from './detail-column.ts'
import { DimensionRef } from './dimension.ts'
import { MeasureRef, shownMeasure } from './measure.ts'

const DatasetRef = builder.objectRef<Dataset>('Dataset').implement({
  description: 'Something that can be charted: what can be counted in it, and what it can be split by.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What a MetricQuery calls it.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    description: t.exposeString('description'),
    timeColumn: t.exposeString('timeColumn', { description: 'What places a row in time.' }),
    measures: t.field({ type: [MeasureRef], resolve: ({ measures }) => measures.map(shownMeasure) }),
    dimensions: t.field({ type: [DimensionRef], resolve: shownDimensions }),
    details: t.field({
      type: [DetailColumnRef],
      description: 'What to show of the single rows behind a number.',
      resolve: ({ details }) => [...details],
    }),
  }),
})

/** The dimensions, and each family of them under its pattern. */
function shownDimensions({ dimensions, families }: Dataset): Dimension[] {
  const patterns = families.map(({ pattern, title, description, make }): Dimension => {
    return { ...make('<name>'), name: pattern, title, description }
  })
  return [...dimensions, ...patterns]
}

builder.queryField('datasets', (t) =>
  t.field({
    type: [DatasetRef],
    description: 'Everything that `table` and `series` can be asked about.',
    resolve: (_root, _args, context) => {
      organizationFor('metrics.read', context)
      return [...datasets]
    },
  }),
)

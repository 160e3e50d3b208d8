import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { countByMethod, type MethodRow } from './queries/feedback.ts'
import { InsightKindEnum } from './insight.ts'

const InsightMethod = builder.objectRef<MethodRow>('InsightMethod').implement({
  description: 'How the insights of one method do with people.',
  fields: (t) => ({
    kind: t.expose('kind', { type: InsightKindEnum }),
    method: t.exposeString('method'),
    found: t.exposeInt('found', { description: 'How many insights it found.' }),
    useful: t.exposeInt('useful', { description: 'How often people said that one was useful.' }),
    notUseful: t.exposeInt('notUseful', { description: 'How often they said that it was not.' }),
    dismissed: t.exposeInt('dismissed', { description: 'How many are put aside.' }),
    usefulShare: t.float({
      nullable: true,
      description: 'Useful out of useful and not useful, 0 to 1; null while nobody said either.',
      resolve: ({ useful, notUseful }) => (useful + notUseful === 0 ? null : useful / (useful + notUseful)),
    }),
  }),
})

builder.queryField('insightMethods', (t) =>
  t.field({
    type: [InsightMethod],
    description: 'What people say to insights, counted for each method that finds them.',
    resolve: (_root, _args, context) => countByMethod(context.sql, reachFor('metrics.read', context)),
  }),
)

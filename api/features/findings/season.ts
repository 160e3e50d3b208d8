import type { Period } from '../../../analytics/seasons/seasonality.ts'
import { builder } from '../../schema/builder.ts'
import type { Finding } from './analyse.ts'

/** A period with its sentence. */
export interface Season extends Period {
  sentence: string
}

/** `Season` in GraphQL. */
export const SeasonRef = builder.objectRef<Season>('Season').implement({
  description: 'A period with which a series repeats itself.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'All of it in one sentence.' }),
    buckets: t.exposeInt('period', { description: 'How long it is, in buckets: 7 for the week of a series by day.' }),
    strength: t.exposeFloat('strength', {
      description: 'How much of the variance around trend and other seasons it explains, 0 to 1.',
    }),
    autocorrelation: t.exposeFloat('autocorrelation', {
      description: 'How alike values one period apart are, -1 to 1.',
    }),
    pValue: t.exposeFloat('pValue', { description: 'Chance of such a likeness in noise.' }),
  }),
})

/** `Seasonality` in GraphQL. */
export const SeasonalityRef = builder.objectRef<Finding<Season[]>>('Seasonality').implement({
  description: 'The periods with which a series repeats itself.',
  fields: (t) => ({
    found: t.field({
      type: [SeasonRef],
      nullable: true,
      description: 'From the shortest to the longest; empty when there is none. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why that cannot be told; null when it is.' }),
  }),
})

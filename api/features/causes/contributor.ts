import type { Contributor as Found } from '../../../analytics/causes/change.ts'
import { builder } from '../../schema/builder.ts'
import { type KeyPart, KeyPartRef } from '../metrics/index.ts'

/** A group with the names of its dimensions. */
export interface Contributor extends Omit<Found, 'values'> {
  key: KeyPart[]
}

/** `Contributor` in GraphQL. */
export const ContributorRef = builder.objectRef<Contributor>('Contributor').implement({
  description: 'What one group of rows has to do with a change.',
  fields: (t) => ({
    key: t.field({ type: [KeyPartRef], description: 'Which group.', resolve: ({ key }) => key }),
    before: t.exposeFloat('before', {
      nullable: true,
      description: 'The measure of the group before; null: of nothing.',
    }),
    after: t.exposeFloat('after', { nullable: true, description: 'The same after.' }),
    weight: t.exposeFloat('weight', {
      description:
        'Its part of the whole, 0 to 1, on average over both ranges: of the sum, or of what a rate is a rate of.',
    }),
    contribution: t.exposeFloat('contribution', {
      description: 'Its part of the change, in the unit of the measure. Those of all groups add up to the change.',
    }),
    rate: t.exposeFloat('rateEffect', { description: 'What of it comes from its own measure; all of it for a sum.' }),
    mix: t.exposeFloat('mixEffect', { description: 'What of it comes from its weight among the others; 0 for a sum.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Contribution by change: above 1 or below 0 where groups moved against each other. Null: no change.',
    }),
    surprise: t.exposeFloat('surprise', {
      description: 'How far it moved otherwise than its weight would let expect: 0 when it just moved with the others.',
    }),
  }),
})

import type { Money as MoneyShape } from '../../ingest/job-event.ts'
import { builder } from '../../schema/builder.ts'

/** `Money` in GraphQL. */
export const Money = builder.objectRef<MoneyShape>('Money').implement({
  description: 'An amount in a currency.',
  fields: (t) => ({
    amount: t.exposeFloat('amount', {
      description: 'How much, in whole units of the currency: 1.5 is one euro and fifty cents.',
    }),
    currency: t.exposeString('currency', { description: 'ISO 4217: three capital letters, such as EUR.' }),
  }),
})

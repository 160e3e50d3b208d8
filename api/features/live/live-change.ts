import { builder } from '../../schema/builder.ts'
import type { Change } from './answer-rules.ts'

/** `LiveChange` in GraphQL: what `TableChange` and `SeriesChange` both say of themselves. */
export const LiveChange = builder.interfaceRef<Change>('LiveChange').implement({
  description: 'What is new of an answer that is watched, and what the whole of it covers by now.',
  fields: (t) => ({
    revision: t.exposeString('revision', {
      description:
        'What the reader has when it has applied this. Sent as `since` after a break, it brings what was missed, if that is still ' +
        'known, and otherwise everything.',
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'When it was counted.',
      resolve: ({ passport }) => passport.asOf,
    }),
    from: t.field({
      type: 'DateTime',
      description: 'First moment that is counted by now.',
      resolve: ({ passport }) => passport.from,
    }),
    to: t.field({
      type: 'DateTime',
      description: 'First moment that is not counted any more.',
      resolve: ({ passport }) => passport.to,
    }),
    comparedFrom: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Where the compared period begins by now.',
      resolve: ({ passport }) => passport.comparedFrom,
    }),
    comparedTo: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Where the compared period ends by now.',
      resolve: ({ passport }) => passport.comparedTo,
    }),
  }),
})

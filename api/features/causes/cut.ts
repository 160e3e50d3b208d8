import { builder } from '../../schema/builder.ts'
import { type Contributor, ContributorRef } from './contributor.ts'

/** One way to divide the rows, with what it explains. */
export interface Cut {
  dimensions: readonly string[]
  movement: number
  causes: Contributor[]
  explanatoryPower: number
  contributors: Contributor[]
}

const USUAL_CONTRIBUTORS = 20
const MOST_CONTRIBUTORS = 1_000

/** `Cut` in GraphQL. */
export const CutRef = builder.objectRef<Cut>('Cut').implement({
  description: 'How one dimension, or two together, explain a change.',
  fields: (t) => ({
    dimensions: t.exposeStringList('dimensions'),
    causes: t.field({
      type: [ContributorRef],
      description:
        'The few groups that explain it, the most surprising first. Empty: the change is everywhere, or may be chance.',
      resolve: ({ causes }) => causes,
    }),
    explanatoryPower: t.exposeFloat('explanatoryPower', {
      description: 'How much of all movement the causes make up, 0 to 1.',
    }),
    movement: t.exposeFloat('movement', {
      description: 'What all groups moved by together: far above the change when they moved against each other.',
    }),
    contributors: t.field({
      type: [ContributorRef],
      description: 'All groups, those that contributed most first.',
      args: { first: t.arg.int({ defaultValue: USUAL_CONTRIBUTORS, description: 'At most 1,000.' }) },
      resolve: ({ contributors }, { first }) => {
        return contributors.slice(0, Math.min(Math.max(first ?? USUAL_CONTRIBUTORS, 0), MOST_CONTRIBUTORS))
      },
    }),
    contributorCount: t.int({
      description: 'How many groups there are.',
      resolve: ({ contributors }) => contributors.length,
    }),
  }),
})

import type { Neighbour } from '../../../analytics/clusters/similar-pipelines.ts'
import { builder } from '../../schema/builder.ts'

/** Another pipeline, and how much it is like the one in question. */
export interface SimilarPipeline extends Omit<Neighbour, 'index'> {
  pipeline: string
}

const BehaviourAspect = builder.enumType('BehaviourAspect', {
  description: 'In what pipelines can be alike.',
  values: {
    HOURS: { value: 'hours' as const, description: 'In which hours of the week it runs.' },
    DURATIONS: { value: 'durations' as const, description: 'How long it runs: median and 95th percentile.' },
    FAILURES: { value: 'failures' as const, description: 'How many of its runs fail.' },
    RUNS: { value: 'runs' as const, description: 'How often it runs.' },
  },
})

const AspectSimilarityRef = builder.objectRef<Neighbour['aspects'][number]>('AspectSimilarity').implement({
  description: 'How much two pipelines are alike in one aspect.',
  fields: (t) => ({
    aspect: t.expose('aspect', { type: BehaviourAspect }),
    similarity: t.exposeFloat('similarity', { description: '1 for the same, 0 for the opposite.' }),
  }),
})

/** `SimilarPipeline` in GraphQL. */
export const SimilarPipelineRef = builder.objectRef<SimilarPipeline>('SimilarPipeline').implement({
  description: 'A pipeline that behaves like another one.',
  fields: (t) => ({
    pipeline: t.exposeID('pipeline', { description: 'Its id.' }),
    similarity: t.exposeFloat('similarity', {
      description: '1: the same behaviour. Two pipelines that have nothing to do with each other have about 0.14.',
    }),
    aspects: t.field({
      type: [AspectSimilarityRef],
      description: 'The same in each aspect, the most alike first. The similarity is their geometric mean.',
      resolve: ({ aspects }) => [...aspects],
    }),
  }),
})

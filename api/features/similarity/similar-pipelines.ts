import { isStorable } from '../../lib/search-text.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { checkTimezone } from '../metrics/index.ts'
import { findPipelines } from '../pipelines/index.ts'
import { askBehaviours, DAYS, MOST_PIPELINES } from './ask-behaviours.ts'
import { type SimilarPipeline, SimilarPipelineRef } from './similar-pipeline.ts'
import { tooFew } from './too-few.ts'

interface SimilarPipelines {
  found: SimilarPipeline[] | null
  reason: string | null
}

const SimilarPipelinesRef = builder.objectRef<SimilarPipelines>('SimilarPipelines').implement({
  description: 'The pipelines that behave most like one of them, or why that cannot be told.',
  fields: (t) => ({
    found: t.field({
      type: [SimilarPipelineRef],
      nullable: true,
      description: 'The most alike first. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why that cannot be told; null when it is.' }),
  }),
})

const USUAL_COUNT = 5
const NOT_AMONG_THEM =
  `Too little is known of the pipeline: in the last ${DAYS} days it had no run that ended and has a duration, or ` +
  `${MOST_PIPELINES} others ran more often.`

builder.queryField('similarPipelines', (t) =>
  t.field({
    type: SimilarPipelinesRef,
    nullable: true,
    description:
      'Which pipelines behave most like one, or null when there is none with this id: by when in the week they run, how long, ' +
      `how often, and how many of their runs fail. Of the last ${DAYS} days, among the ${MOST_PIPELINES} pipelines that ran most.`,
    args: {
      pipeline: t.arg.id({ required: true, description: 'Its id.' }),
      first: t.arg.int({ defaultValue: USUAL_COUNT, description: `How many, at most ${MOST_PIPELINES}.` }),
      timezone: t.arg.string({ defaultValue: 'UTC', description: 'IANA time zone of the hours of the week.' }),
    },
    resolve: (_root, { pipeline, first, timezone }, context) => {
      const count = Math.min(Math.max(first ?? USUAL_COUNT, 0), MOST_PIPELINES)
      return similarTo(pipeline, { count, timezone: checkTimezone(timezone ?? 'UTC') }, context)
    },
  }),
)

async function similarTo(
  pipeline: string,
  { count, timezone }: { count: number; timezone: string },
  context: Context,
): Promise<SimilarPipelines | null> {
  const reach = reachFor('metrics.read', context)
  if (!isStorable(pipeline) || (await findPipelines(context.sql, reach, [pipeline])).length === 0) return null
  const all = await askBehaviours(context, reach, timezone, context.now())
  const index = all.findIndex((one) => one.pipeline === pipeline)
  if (index === -1) return { found: null, reason: NOT_AMONG_THEM }
  const behaviours = all.map(({ behaviour }) => behaviour)
  const neighbours = await context.analyst.analyse('similarPipelines', { behaviours, index, count })
  if (!neighbours) return { found: null, reason: tooFew(all.length) }
  return { found: neighbours.map(({ index: at, ...one }) => ({ ...one, pipeline: all[at]!.pipeline })), reason: null }
}

import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { checkTimezone } from '../metrics/index.ts'
import { askBehaviours, DAYS, MOST_PIPELINES } from './ask-behaviours.ts'
import { tooFew } from './too-few.ts'

interface PipelineCluster {
  pipelines: string[]
  example: string
  silhouette: number | null
}

interface PipelineClusters {
  found: PipelineCluster[] | null
  reason: string | null
}

const PipelineClusterRef = builder.objectRef<PipelineCluster>('PipelineCluster').implement({
  description: 'Pipelines that behave alike.',
  fields: (t) => ({
    pipelines: t.exposeIDList('pipelines', { description: 'Their ids.' }),
    example: t.exposeID('example', { description: 'The id of the one that is closest to all others.' }),
    silhouette: t.exposeFloat('silhouette', {
      nullable: true,
      description: 'How clearly they are apart from the rest, up to 1; null when all pipelines are one cluster.',
    }),
  }),
})

const PipelineClustersRef = builder.objectRef<PipelineClusters>('PipelineClusters').implement({
  description: 'The pipelines in clusters, or why there are none.',
  fields: (t) => ({
    found: t.field({
      type: [PipelineClusterRef],
      nullable: true,
      description: 'The largest first; one with all of them where they do not fall apart. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why there are none; null when there are.' }),
  }),
})

builder.queryField('pipelineClusters', (t) =>
  t.field({
    type: PipelineClustersRef,
    description:
      'Pipelines put together by when in the week they run, how long, how often, and how many of their runs fail: those of ' +
      `the ${MOST_PIPELINES} that ran most in the last ${DAYS} days.`,
    args: { timezone: t.arg.string({ defaultValue: 'UTC', description: 'IANA time zone of the hours of the week.' }) },
    resolve: (_root, { timezone }, context) => clustersOf(checkTimezone(timezone ?? 'UTC'), context),
  }),
)

async function clustersOf(timezone: string, context: Context): Promise<PipelineClusters> {
  const all = await askBehaviours(context, reachFor('metrics.read', context), timezone, context.now())
  const behaviours = all.map(({ behaviour }) => behaviour)
  const found = await context.analyst.analyse('pipelineClusters', behaviours)
  if (!found) return { found: null, reason: tooFew(all.length) }
  const idOf = (index: number) => all[index]!.pipeline
  const clusters = found.map(({ members, medoid, silhouette }) => {
    return { pipelines: members.map(idOf), example: idOf(medoid), silhouette }
  })
  return { found: clusters, reason: null }
}

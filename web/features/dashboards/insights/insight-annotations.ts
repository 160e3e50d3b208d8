import type { DashboardInsightsQuery } from '../../../gql/graphql.ts'
import type { PanelAnnotation, PanelFilter, PanelQuery } from '../../../panels/panel.ts'

/** What was found in the jobs of a pipeline, as far as panels show it. */
export type PanelInsight = DashboardInsightsQuery['insights']['nodes'][number]

/**
 * What was found in the very series that a panel shows, as annotations of its time axis. Insights are about all jobs of one
 * pipeline: they belong to a panel that counts one pipeline, or is split by pipeline, and is not narrowed down by anything else.
 * @param filters those of the dashboard
 */
export function insightAnnotations(
  insights: readonly PanelInsight[],
  query: PanelQuery | null,
  filters: readonly PanelFilter[],
): PanelAnnotation[] {
  if (!query || query.dataset !== 'jobs') return []
  const isShown = shownPipelines(query, filters)
  return insights
    .filter(({ pipelineId, measure }) => query.measures.includes(measure) && isShown(pipelineId))
    .map(({ id, kind, sentence, startedAt, endedAt = null }) => ({
      id,
      kind: 'insight',
      title: sentence,
      at: startedAt,
      // An event is over at some time; what changed for good has only a beginning.
      to: kind === 'ANOMALY' ? endedAt : null,
    }))
}

/** Whether a pipeline has a series of its own in the panel. */
function shownPipelines(query: PanelQuery, filters: readonly PanelFilter[]): (pipeline: string) => boolean {
  const kept = [...(query.filters ?? []), ...filters].map(keptPipelines)
  const known = kept.flatMap((pipelines) => (pipelines === null ? [] : [pipelines]))
  if (known.length < kept.length) return () => false
  const isKept = (pipeline: string) => known.every((pipelines) => pipelines.includes(pipeline))
  const { dimensions = [] } = query
  if (dimensions.length > 0) return dimensions.length === 1 && dimensions[0] === 'pipeline' ? isKept : () => false
  const isOne = known.some((pipelines) => pipelines.filter(isKept).length === 1)
  return isOne ? isKept : () => false
}

/** The pipelines that a filter keeps; null when it looks at anything else. */
function keptPipelines({ dimension, op = 'IN', values }: PanelFilter): readonly string[] | null {
  return dimension === 'pipeline' && (op === 'IN' || op === 'IS') ? (values ?? []) : null
}

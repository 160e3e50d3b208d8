import { useParams } from '@tanstack/react-router'
import { PipelineInsights } from '../features/insights/index.ts'
import { PipelinePage } from '../features/pipelines/index.ts'

/** A pipeline, with what lasts of its insights. */
export function PipelineRoute() {
  const { id } = useParams({ from: '/signed-in/pipelines/$id' })
  return <PipelinePage insights={<PipelineInsights pipeline={id} />} />
}

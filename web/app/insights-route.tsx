import { InsightsPage } from '../features/insights/index.ts'
import { PipelineFilter } from '../features/jobs/pipeline-filter.tsx'

/** The insights, with pipelines chosen as they are on the list of jobs. */
export function InsightsRoute() {
  return <InsightsPage PipelineFilter={PipelineFilter} />
}

import './pipelines.ts'

export { Pipeline } from './pipeline.ts'
export type { PipelineRow } from './queries.ts'

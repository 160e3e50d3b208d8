import './pipelines.ts'

export { Pipeline } from './pipeline.ts'
export { findPipelines, type PipelineRow } from './queries.ts'

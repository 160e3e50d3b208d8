export { PipelinePage } from './pipeline-page.tsx'
export { PipelinesPage } from './pipelines-page.tsx'

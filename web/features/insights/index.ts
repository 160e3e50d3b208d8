export { InsightPage } from './insight-page.tsx'
export { InsightsPage } from './insights-page.tsx'
export { PipelineInsights } from './pipeline-insights.tsx'

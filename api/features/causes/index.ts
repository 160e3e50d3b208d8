import './explain.ts'

export { type Contributor, ContributorRef } from './contributor.ts'
export type { Explaining } from './explain-change.ts'
export { explainSeries } from './explain-series.ts'

import './quotas.ts'

export { type Limits } from './queries.ts'
export { setLimits } from './set-limits.ts'
export { takeExport } from './take-export.ts'

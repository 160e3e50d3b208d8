import './retention.ts'
import './set-retention.ts'

export { changeRetention } from './change-retention.ts'
export { MOST_DAYS } from './check-retention.ts'
export { forget } from './forget.ts'
export { moveKeptFrom, type RetentionRow, selectRetention } from './queries.ts'
export { startRetention } from './start-retention.ts'

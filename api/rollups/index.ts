// The front door of rollups: how they are kept up. What they answer is asked through api/features/metrics.
export { forgetRollups } from './forget.ts'
export { lockRollups } from './queries.ts'
export { rebuildRollups } from './rebuild.ts'
export { refreshRollups } from './refresh.ts'
export { startUpkeep } from './upkeep.ts'

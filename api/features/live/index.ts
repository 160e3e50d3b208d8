import './dataset-changed.ts'

export { watchRows } from './watch-rows.ts'

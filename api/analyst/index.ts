export { type Analyst, makeAnalyst } from './analyst.ts'

export { reseal, type Resealed } from './reseal.ts'

export { startDemo, type DemoOptions } from './start-demo.ts'
export type { DemoCredentials } from './credentials.ts'

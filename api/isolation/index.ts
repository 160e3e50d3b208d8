export { findServer } from './client.ts'
export { routesOf } from './routes.ts'
export { type Report, verifyIsolation, type VerifyOptions } from './verify.ts'

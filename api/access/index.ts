export { type Access, openAccess } from './access.ts'
export { clientAddress } from './client-address.ts'
export { type Credentials, readCookie, SESSION_COOKIE } from './credentials.ts'
export { makeRateLimit, type RateLimit } from './rate-limit.ts'

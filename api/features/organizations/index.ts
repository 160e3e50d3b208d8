import './viewer.ts'

export { authenticate, SESSION_COOKIE, sessionToken, type Credentials } from './authenticate.ts'
export { createKey, createOrganization, createUser, findOrganization, resetPassword, revokeKeys } from './manage.ts'
export { anyOrganization } from './queries.ts'
export { setUp, setupToken } from './setup.ts'
export { SESSION_SECONDS, signIn, signOut, startSession } from './sign-in.ts'

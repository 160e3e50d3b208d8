import './viewer-fields.ts'

export { createUser, resetPassword } from './create-user.ts'
export { setUp, setupToken } from './setup.ts'
export { SESSION_SECONDS, signIn, signOut, startSession } from './sign-in.ts'
export { User } from './user.ts'

import { makeSession } from '../lib/session.ts'

/** The session of this page. */
export const session = makeSession((input, init) => fetch(input, init))

import { errorCode } from '../lib/error-code.ts'

/** The network's words, the driver's, and PostgreSQL's for stopping, starting, and having no connection left. */
const CODES =
  /^(ECONN(REFUSED|RESET)|E(TIMEDOUT|HOSTUNREACH|NETUNREACH|HOSTDOWN|NOTFOUND|PIPE|AI_AGAIN)|CONNECT(ION)?_\w+|08...|53300|57P0[1-3])$/

/** Whether an error says that the database cannot be reached at the moment, rather than that a statement was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const code = errorCode(error)
  return code !== null && CODES.test(code)
}

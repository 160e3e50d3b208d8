import { errorCode } from '../lib/error-code.ts'
import { UserError } from '../lib/user-error.ts'

/**
 * What a person can do about an error of opening the database at `url`, as a UserError of one sentence that names the
 * place but never the password. Errors that are no such problem are returned as they are.
 */
export function explainDatabaseProblem(error: unknown, url: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error
  const { place, host, user, database } = partsOf(url)
  const code = errorCode(error)
  const sentences: Record<string, string> = {
    ECONNREFUSED: `No database server answers at ${place}: is it running there?`,
    ENOTFOUND: `The database host "${host}" is not known: is the name in DATABASE_URL right?`,
    EAI_AGAIN: `The database host "${host}" cannot be looked up at the moment: is the network there?`,
    ECONNRESET: `The connection to ${place} was cut while it was being made: is it PostgreSQL that listens there?`,
    CONNECTION_CLOSED: `The connection to ${place} was closed while it was being made: is it PostgreSQL that listens there?`,
    '28P01': `The database server at ${place} refuses the password of the user "${user}".`,
    '28000': `The database server at ${place} does not let the user "${user}" in (${error.message}).`,
    '3D000': `There is no database "${database}" on the server at ${place}: create it, or name another one in DATABASE_URL.`,
    '42501': `The user "${user}" may not do this in the database "${database}" at ${place} (${error.message}).`,
    '53300': `The database server at ${place} has no connection left (${error.message}).`,
    '57P03': `The database server at ${place} is not ready yet (${error.message}): try again in a moment.`,
  }
  const unreachable = ['ETIMEDOUT', 'CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']
  if (code !== null && unreachable.includes(code)) {
    return new UserError(`The database server at ${place} cannot be reached (${code}).`, { cause: error })
  }
  const sentence = code === null ? undefined : sentences[code]
  return sentence ? new UserError(sentence, { cause: error }) : error
}

function partsOf(url: string) {
  const { hostname, port, username, pathname, searchParams } = new URL(url)
  const host = hostname || searchParams.get('host') || 'localhost'
  const user = decodeURIComponent(username) || searchParams.get('user') || ''
  const database = decodeURIComponent(pathname.slice(1)) || user
  return { place: `${host}:${port || 5432}`, host, user, database }
}

import { errorCode } from '../../lib/error-code.ts'
import type { Connection, Statement } from './connection.ts'
import type { Sql } from './sql.ts'

/** What begins, keeps and undoes a piece of work. */
interface Words {
  begin: string
  keep: string | null
  undo: string
}

const TRANSACTION: Words = { begin: 'begin', keep: 'commit', undo: 'rollback' }
/** `run` need not be at its end when one of its statements fails. */
const LATE = 'The transaction that this statement belongs to is over'
/** A statement that comes after a failed one; why that one failed says more. */
const IN_FAILED_TRANSACTION = '25P02'

/** Makes the function that sends statements through `execute`, and opens a transaction inside through `transaction`. */
export type MakeSql = (execute: (statement: Statement) => void, transaction: Sql['transaction']) => Sql

/**
 * Runs `run` in a transaction on a connection that nobody else uses meanwhile, or, for one inside, in a savepoint. A
 * statement that failed undoes it, also when `run` caught the error. On a lost connection nothing is sent any more: the
 * server has undone it. What `run` sends when the transaction is over is rejected: it would run outside of it, or in another.
 */
export function begin<T>(connection: Connection, makeSql: MakeSql, run: (sql: Sql) => Promise<T>): Promise<T> {
  let savepoints = 0
  const scope = async <T>(words: Words, run: (sql: Sql) => Promise<T>): Promise<T> => {
    let failure: unknown = null
    let isOver = false
    const execute = (statement: Statement) => {
      if (isOver) return statement.reject(new Error(LATE))
      statement.catch((error: unknown) => (failure ??= error))
      connection.execute(statement)
    }
    const inside: Sql['transaction'] = (run) => scope(savepoint(`s${++savepoints}`), run)
    const sql = makeSql(execute, inside)
    const end = (word: string) => {
      isOver = true
      return makeSql(connection.execute, inside).unsafe(word)
    }
    try {
      // It is not waited for: the first statement follows at once, and fails when this one does.
      sql.unsafe(words.begin).catch(() => {})
      const result = await run(sql)
      if (failure) throw failure
      if (words.keep) await end(words.keep)
      return result
    } catch (error) {
      if (!connection.isLost()) await end(words.undo)
      throw errorCode(error) === IN_FAILED_TRANSACTION ? (failure ?? error) : error
    }
  }
  return scope(TRANSACTION, run)
}

function savepoint(name: string): Words {
  return { begin: `savepoint ${name}`, keep: null, undo: `rollback to ${name}` }
}

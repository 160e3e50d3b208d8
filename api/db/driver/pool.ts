import type { Connection, Statement } from './connection.ts'

/** Connections that are lent to one user at a time. */
export interface Pool {
  /** Lends a connection, as soon as one is free. Rejects when the pool has ended. */
  acquire(): Promise<Connection>
  /** Takes it back, once for each `acquire`. */
  release(connection: Connection): void
  /** Waits, at most `timeout` seconds, until all are given back, and closes them. */
  end(options?: { timeout?: number }): Promise<void>
}

/** A pool of at most `max` connections, opened when they are needed. A lost one is replaced by a new one. */
export function makePool(open: () => Connection, max: number): Pool {
  const idle: Connection[] = []
  const busy = new Set<Connection>()
  const waiting: { resolve: (connection: Connection) => void; reject: (error: Error) => void }[] = []
  let ended = false
  let onDrained = () => {}

  function take(): Connection | null {
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      if (!connection.isLost()) return connection
    }
    return busy.size < max ? open() : null
  }
  function serve() {
    while (waiting.length > 0) {
      const connection = take()
      if (!connection) return
      busy.add(connection)
      waiting.shift()!.resolve(connection)
    }
    if (busy.size === 0) onDrained()
  }
  function acquire(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      if (ended) return reject(poolEnded())
      waiting.push({ resolve, reject })
      serve()
    })
  }
  function release(connection: Connection) {
    if (!busy.delete(connection)) return
    if (connection.isOld()) void connection.close().catch(() => {})
    else if (!connection.isLost()) idle.push(connection)
    serve()
  }

  async function end({ timeout }: { timeout?: number } = {}) {
    // What was awaited before reaches us a moment later.
    await null
    ended = true
    await drained(timeout)
    for (const { reject } of waiting.splice(0)) reject(poolEnded())
    await Promise.all([...idle, ...busy].map((connection) => connection.close()))
  }
  function drained(timeout: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = timeout === undefined ? undefined : setTimeout(resolve, timeout * 1000)
      onDrained = () => {
        clearTimeout(timer)
        resolve()
      }
      serve()
    })
  }

  return { acquire, release, end }
}

/** Sends a statement on the next connection that is free. */
export function executeOn(pool: Pool, statement: Statement): void {
  pool.acquire().then(
    (connection) => {
      connection.execute(statement)
      const done = () => pool.release(connection)
      statement.then(done, done)
    },
    (error: unknown) => statement.reject(error),
  )
}

function poolEnded(): Error {
  return Object.assign(new Error('The connections to the database are closed'), { code: 'CONNECTION_ENDED' })
}

import postgres from 'postgres'

/** A statement of the driver. It is sent through `handler` when somebody waits for it, and not before. */
export interface Statement extends Promise<unknown> {
  handler: (statement: Statement) => void
  /** True from when the server works on it. */
  active?: boolean
  /** Asks the server, over a connection made for that, to stop it. It must be active, or the driver mixes up answers. */
  canceller: (statement: Statement) => Promise<void>
  reject(error: unknown): void
}

/** One connection to the server. It is opened with its first statement, and once it is lost it stays lost. */
export interface Connection {
  /** Sends a statement; it may be sent before the one before it is answered. It is rejected when the connection is lost. */
  execute(statement: Statement): void
  /** Asks the server to stop what it works on here. Rejects when it cannot be asked. */
  cancel(): Promise<void>
  isLost(): boolean
  /** True when it has been open for long: the server keeps ever more in memory for it. */
  isOld(): boolean
  close(): Promise<void>
}

/** The parsed options of a driver, and what it learned about the types of the server, for all who have the same options. */
export type DriverOptions = postgres.Sql['options'] & { shared: { typeArrayMap: Record<number, number> } }

const OLD_MS = 45 * 60_000
/** Beyond the driver's own limit, which begins again each time that the other side hangs up while it is greeted. */
const GREETING_MS = 2_000

/**
 * Opens a connection: a driver of its own with room for one, never used again after its connection broke. In 3.4.9 a
 * driver whose connection broke may throw out of a timer, answer a statement with the rows of another one, run what is left
 * of a transaction outside of it, or never answer again (its issues 1154, 1208 and 1216), because it keeps what it was about
 * to write and waits for answers that cannot come.
 */
export function openConnection(options: DriverOptions): Connection {
  const openedAt = performance.now()
  const running = new Set<Statement>()
  let lost = false

  // Losing a connection while it asks for the types of arrays ends the process: it is done once, at the start.
  const fetch_types = Object.keys(options.shared.typeArrayMap).length === 0
  const lose = (error: unknown) => {
    if (lost) return
    lost = true
    clearTimeout(greeting)
    // It would connect again for statements that it has not sent yet, and these may belong to a transaction that is gone.
    settings.socket = () => Promise.reject(error)
    for (const statement of running) statement.reject(error)
    void driver.end({ timeout: 0 }).catch(() => {})
  }
  const greeting = setTimeout(() => lose(connectionLost()), options.connect_timeout * 1000 + GREETING_MS)
  // Only PostgreSQL tells its parameters.
  const onparameter = () => clearTimeout(greeting)
  // Its own time limits could end a connection between two statements of a transaction.
  const own = {
    max: 1,
    max_lifetime: null,
    idle_timeout: 0,
    fetch_types,
    onparameter,
    // It tells those only that differ from what it has here, and the parsed options share them.
    parameters: {},
    onclose: () => lose(connectionLost()),
  }
  // The driver takes parsed options as they are and looks into them again later; its types know neither.
  const settings: Record<string, unknown> = { ...options, ...own }
  const driver = postgres(settings as postgres.Options<Record<string, never>>)
  const { handler } = driver`` as unknown as Statement

  return {
    execute(statement) {
      if (lost) return statement.reject(connectionLost())
      running.add(statement)
      const done = () => void running.delete(statement)
      statement.then(done, (error: unknown) => {
        done()
        if (!isRefusal(error)) lose(error)
      })
      handler(statement)
    },
    async cancel() {
      const statement = [...running].find(({ active }) => active)
      await statement?.canceller(statement)
    },
    isLost: () => lost,
    isOld: () => performance.now() - openedAt > OLD_MS,
    close() {
      clearTimeout(greeting)
      return driver.end({ timeout: 1 })
    },
  }
}

/** Whether the server answered that it does not do this. Anything else leaves the state of the connection unknown. */
function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR'
}

function connectionLost(): Error {
  return Object.assign(new Error('The connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
}

import postgres from 'postgres'
import type { Log } from '../lib/log.ts'

const RETRY_MS = 1_000

interface Options {
  url: string
  channel: string
  log: Log
  onText: (text: string) => void
  /** It listens, now: the first time, and after each time that it could not. What was told in between is lost. */
  onListening?: () => void
  /** It does not hear anything from now on. */
  onDeaf?: () => void
}

/** Listens to a channel of PostgreSQL's NOTIFY, on a connection of its own; makes a new one whenever it breaks. */
export function listen({ url, channel, log, onText, onListening, onDeaf }: Options): { close(): Promise<void> } {
  let closed = false
  let connection: postgres.Sql | null = null
  let retry: NodeJS.Timeout | undefined
  let broken = false

  const connect = () => {
    // The driver's own `listen` gives up when the server is still away at its first new try, hence these two callbacks.
    const callbacks = { onnotify: (_channel: string, text: string) => onText(text), onclose: () => again(current) }
    const current = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, fetch_types: false, ...callbacks })
    connection = current
    current`listen ${current(channel)}`.then(
      () => {
        if (current !== connection) return
        broken = false
        onListening?.()
      },
      () => again(current),
    )
  }
  const again = (which: postgres.Sql) => {
    if (closed || which !== connection) return
    if (!broken) {
      log.error('The connection that listens for changes broke; making a new one')
      onDeaf?.()
    }
    broken = true
    connection = null
    void which.end({ timeout: 0 }).catch(() => {})
    retry = setTimeout(connect, RETRY_MS)
  }
  connect()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await connection?.end({ timeout: 1 })
    },
  }
}

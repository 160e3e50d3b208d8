import type { Sql } from '../db/client.ts'
import { sendJson, type Handler } from './http.ts'

const PATIENCE_MS = 2_000

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, with each thing that it depends on; 503 when one of them
 * is away. Neither asks who is calling, and neither tells more than up or down.
 */
export function healthRoutes({ sql }: { sql: Sql }): Record<string, Handler> {
  const isUp = probe(sql)
  return {
    'GET /healthz': (_request, response) => sendJson(response, 200, { status: 'up' }),
    async 'GET /readyz'(_request, response) {
      const database = (await isUp()) ? 'up' : 'down'
      sendJson(response, database === 'up' ? 200 : 503, { status: database, dependencies: { database } })
    },
  }
}

/** Whoever asks while a statement is under way waits for that one: strangers cannot fill the pool by asking often. */
function probe(sql: Sql): () => Promise<boolean> {
  let running: Promise<boolean> | null = null
  return async () => {
    running ??= sql`select 1`
      .then(
        () => true,
        () => false,
      )
      .finally(() => (running = null))
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS)
    })
    return Promise.race([running, patience]).finally(() => clearTimeout(timer))
  }
}

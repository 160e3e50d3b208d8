import type { Sql } from '../db/client.ts'
import { sendJson, type Handler } from './http.ts'

const PATIENCE_MS = 2_000

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work, with each thing that it depends on; 503 when one of them
 * is away. Neither asks who is calling, and neither tells more than up or down.
 */
export function healthRoutes({ sql }: { sql: Sql }): Record<string, Handler> {
  return {
    'GET /healthz': (_request, response) => sendJson(response, 200, { status: 'up' }),
    async 'GET /readyz'(_request, response) {
      const database = (await answers(sql)) ? 'up' : 'down'
      sendJson(response, database === 'up' ? 200 : 503, { status: database, dependencies: { database } })
    },
  }
}

async function answers(sql: Sql): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const query = sql`select 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([query, patience]).finally(() => clearTimeout(timer))
}

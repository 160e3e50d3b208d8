import { openChanges } from '../../db/changes-over-postgres.ts'
import { APPLICATION_ROLE, connect } from '../../db/client.ts'
import { checkJob, recordEvents } from '../../ingest/index.ts'
import type { BroadcastServerCalls } from './broadcast-server.ts'
import { type Child, startChild } from './child.ts'
import type { ClientsCalls } from './clients.ts'
import type { LiveServerCalls } from './live-server.ts'
import { makeBatch } from './question.ts'

/** All that a measurement needs: our server, a plain one, and clients, each in a process of its own. */
export interface Stage {
  ours: Child<LiveServerCalls>
  raw: Child<BroadcastServerCalls>
  clients: Child<ClientsCalls>
  port: number
  rawPort: number
  key: string
  /** Before all jobs. */
  begin: Date
  /** Records a job of each pipeline from this process, as another server would, and returns the number of the batch. */
  sendBatch(): Promise<number>
  close(): Promise<void>
}

/** Opens it for an organization without jobs. */
export async function openStage(url: string, organizationId: number): Promise<Stage> {
  const log = { info: () => {}, error: (message: string) => void process.stderr.write(`${message}\n`) }
  const sql = connect(url, { role: APPLICATION_ROLE })
  const changes = openChanges({ url, sql, log })
  const ours = startChild<LiveServerCalls>('live-server.ts', [url, String(organizationId)])
  const raw = startChild<BroadcastServerCalls>('broadcast-server.ts', [])
  const clients = startChild<ClientsCalls>('clients.ts', [])
  const { port, key } = await ours.call('address', undefined)
  let batches = 0
  return {
    ...{ ours, raw, clients, port, key },
    rawPort: await raw.call('port', undefined),
    begin: new Date(Date.now() - 3_600_000),
    async sendBatch() {
      await recordEvents({ sql, changes }, organizationId, makeBatch(++batches).map(eventOf))
      return batches
    },
    async close() {
      await Promise.all([ours.stop(), raw.stop(), clients.stop()])
      await changes.close()
      await sql.end()
    },
  }
}

function eventOf(job: ReturnType<typeof makeBatch>[number]) {
  const checked = checkJob(job, new Date())
  if (!checked.ok) throw new Error(checked.reason)
  return checked.event
}

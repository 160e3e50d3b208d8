import { connect } from '../../db/client.ts'
import { bareColumns } from '../bare-columns.ts'
import { insertBare } from '../queries.ts'
import type { SentJob } from '../sent-jobs.ts'
import { readTarget, serve } from './serve.ts'

const BATCH = 1_000

/** What a process can do at best with a body of jobs: cut the lines, JSON.parse, and the plain insert, batch by batch. */
const { url, organizationId } = readTarget()
const sql = connect(url)

await serve(async (request, response) => {
  let batch: SentJob[] = []
  let accepted = 0
  const insert = async () => {
    const columns = bareColumns(batch)
    accepted += batch.length
    batch = []
    await sql.transaction((sql) => insertBare(sql, organizationId, columns))
  }
  request.setEncoding('utf8')
  let rest = ''
  for await (const chunk of request) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      batch.push(JSON.parse(line) as SentJob)
      if (batch.length === BATCH) await insert()
    }
  }
  if (batch.length > 0) await insert()
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ accepted }))
})

import type { IncomingMessage } from 'node:http'
import { ingestJobs, BadBody, BodyTooLarge } from '../ingest/index.ts'
import type { Sql } from '../db/client.ts'
import type { Changes } from '../lib/changes.ts'
import { makeTurns } from '../lib/turns.ts'
import type { Viewer } from '../schema/context.ts'
import { HttpError, refuseForeignSite, sendJson, type Handler } from './http.ts'
import type { ServerMetrics } from './metrics.ts'

/** Batches that are written at a time, of all bodies together: more would not be faster, and others need connections too. */
const BATCHES_AT_ONCE = 4

interface Options {
  sql: Sql
  changes: Changes
  now: () => Date
  metrics: ServerMetrics
  authenticate: (request: IncomingMessage) => Promise<Viewer | null>
}

/**
 * `POST /ingest/jobs`: one job event a line (NDJSON), gzip accepted, read as fast as the database takes it. Answers
 * `{accepted, unchanged, rejected, errors}`; a wrong line is rejected with its number and a reason, the others are kept.
 */
export function ingestRoute({ sql, changes, now, metrics, authenticate }: Options): Handler {
  const turns = makeTurns(BATCHES_AT_ONCE)
  return async (request, response) => {
    const viewer = await authenticate(request)
    if (!viewer) throw new HttpError(401, 'Show a valid API key in the header "Authorization: Bearer ...".')
    if (request.headers.authorization === undefined) refuseForeignSite(request)
    if (!viewer.scopes.includes('ingest'))
      throw new HttpError(403, 'This key may not send jobs: it lacks the scope "ingest".')
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'gzip' && encoding !== 'identity') {
      throw new HttpError(
        415,
        `The encoding "${encoding.slice(0, 40)}" is not known. Send the body as it is, or with gzip.`,
      )
    }
    const options = { gzip: encoding === 'gzip' }
    const result = await ingestJobs({ sql, changes, now, turns }, viewer.organization.id, request, options).catch(
      toHttpError,
    )
    for (const outcome of ['accepted', 'unchanged', 'rejected'] as const) metrics.jobs.inc({ outcome }, result[outcome])
    sendJson(response, 200, result)
  }
}

function toHttpError(error: unknown): never {
  if (error instanceof BodyTooLarge) throw new HttpError(413, error.message)
  if (error instanceof BadBody) throw new HttpError(400, error.message)
  throw error
}

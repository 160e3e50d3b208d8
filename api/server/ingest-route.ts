import { ingestJobs, BadBody, BodyTooLarge } from '../ingest/index.ts'
import { makeTurns } from '../lib/turns.ts'
import { explainRefusal, reachFor, type Services } from '../schema/context.ts'
import type { Admission } from './admission.ts'
import { HttpError, refuseForeignSite, sendJson, type Handler } from './http.ts'
import type { ServerMetrics } from './metrics.ts'

/** Batches that are written at a time, of all bodies together: more would not be faster, and others need connections too. */
const BATCHES_AT_ONCE = 4

interface Options {
  services: Services
  metrics: ServerMetrics
  admission: Admission
}

/**
 * `POST /ingest/jobs`: one job event a line (NDJSON), gzip accepted, read as fast as the database takes it. Answers
 * `{accepted, unchanged, rejected, errors}`; a wrong line is rejected with its number and a reason, the others are kept.
 */
export function ingestRoute({ services, metrics, admission }: Options): Handler {
  const turns = makeTurns(BATCHES_AT_ONCE)
  return async (request, response) => {
    const caller = await admission.identify(request)
    if (!caller) throw new HttpError(401, 'Show a valid API key in the header "Authorization: Bearer ...".')
    if (request.headers.authorization === undefined) refuseForeignSite(request)
    const { viewer } = caller
    if (!viewer.permissions.has('jobs.send')) throw new HttpError(403, explainRefusal('jobs.send', viewer))
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'gzip' && encoding !== 'identity') {
      throw new HttpError(
        415,
        `The encoding "${encoding.slice(0, 40)}" is not known. Send the body as it is, or with gzip.`,
      )
    }
    // A body may take hours: it is taken no longer than the key or session lasts.
    response.once(
      'close',
      caller.watch(() => request.destroy(new HttpError(401, 'The key or session has ended.'))),
    )
    const options = { gzip: encoding === 'gzip' }
    const reach = reachFor('jobs.send', caller)
    const result = await ingestJobs({ ...services, turns }, reach, request, options).catch(toHttpError)
    for (const outcome of ['accepted', 'unchanged', 'rejected'] as const) metrics.jobs.inc({ outcome }, result[outcome])
    sendJson(response, 200, result)
  }
}

function toHttpError(error: unknown): never {
  if (error instanceof BodyTooLarge) throw new HttpError(413, error.message)
  if (error instanceof BadBody) throw new HttpError(400, error.message)
  throw error
}

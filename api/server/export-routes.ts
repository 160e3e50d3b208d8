import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GraphQLError } from 'graphql'
import { transaction } from '../db/transaction.ts'
import { actorOf, type AuditExport, exportAuditLog, recordAudit } from '../features/audit/index.ts'
import { takeExport } from '../features/quotas/index.ts'
import { quoted } from '../lib/nearest.ts'
import { parseTime } from '../lib/parse-time.ts'
import { explainRefusal, type Services } from '../schema/context.ts'
import { resolveRange } from '../schema/time-range.ts'
import type { Admission, Caller } from './admission.ts'
import { type Handler, HttpError, refuseForeignSite } from './http.ts'

interface Options {
  services: Services
  admission: Admission
}

/** What is downloaded as a file. Each download is in the audit log, and counts towards the exports of the day. */
export function exportRoutes({ services, admission }: Options): Record<string, Handler> {
  return {
    /** `?from&to`: moments in ISO 8601, the first included, the last not. Default: the whole log. */
    async 'GET /export/audit.csv'(request, response, url) {
      const caller = await admitExporter(request, admission)
      const range = readRange(url.searchParams, services.now())
      await beginExport(services, caller, range)
      const organizationId = caller.viewer.organization.id
      response.writeHead(200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="audit.csv"',
        'Cache-Control': 'no-store',
      })
      // A download ends with the right to it.
      const unwatch = caller.watch(() => response.destroy())
      try {
        await pipeline(Readable.from(exportAuditLog(services.sql, organizationId, range)), response)
      } catch (error) {
        // Nobody is there to take the rest, and that is no failure.
        if (!response.destroyed || !isPrematureClose(error)) throw error
      } finally {
        unwatch()
      }
    },
  }
}

async function admitExporter(request: IncomingMessage, admission: Admission): Promise<Caller> {
  if (request.method !== 'GET') throw new HttpError(405, 'A download is asked for with GET.')
  const caller = await admission.identify(request)
  if (!caller) throw new HttpError(401, 'Sign in, or show a valid API key in the header "Authorization: Bearer ...".')
  if (request.headers.authorization === undefined) refuseForeignSite(request)
  const { viewer } = caller
  if (!viewer.permissions.has('audit.export')) throw new HttpError(403, explainRefusal('audit.export', viewer))
  return caller
}

function readRange(parameters: URLSearchParams, now: Date): AuditExport {
  const range = { from: readMoment(parameters, 'from'), to: readMoment(parameters, 'to') }
  try {
    resolveRange({ from: range.from ?? new Date(0), to: range.to }, now)
  } catch (error) {
    throw new HttpError(400, (error as GraphQLError).message)
  }
  return range
}

function readMoment(parameters: URLSearchParams, name: string): Date | null {
  const text = parameters.get(name)
  if (text === null) return null
  const parsed = parseTime(text)
  if ('wrong' in parsed) throw new HttpError(400, `"${name}": ${quoted(text)} ${parsed.wrong}.`)
  return new Date(parsed.ms)
}

/** Counts the export and writes it into the log, both or neither. */
async function beginExport({ sql, now }: Services, caller: Caller, range: AuditExport): Promise<void> {
  const actor = actorOf(caller)
  const work = transaction(sql, async (tx) => {
    await takeExport(tx, actor.organizationId, now())
    await recordAudit(tx, actor, { action: 'audit.exported', subject: 'Audit log', after: range })
  })
  await work.catch((error: unknown) => {
    throw error instanceof GraphQLError ? new HttpError(429, error.message) : error
  })
}

function isPrematureClose(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE'
}

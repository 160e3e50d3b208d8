import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { createYoga, maskError, type Plugin } from 'graphql-yoga'
import type { Log } from '../lib/log.ts'
import type { Context, Services } from '../schema/context.ts'
import type { ErrorCode } from '../schema/errors.ts'
import type { Admission } from './admission.ts'
import { HttpError, readBody, refuseForeignSite, type Handler } from './http.ts'
import { checkSize, checkText } from './query-limits.ts'

/** 10,000 jobs with labels and an error now and then fit well. More belongs to `POST /ingest/jobs`. */
const BODY_LIMIT = 16 * 1024 * 1024

/** A client that takes nothing of a stream of events for so long is given up. */
const DRAIN_PATIENCE_MS = 30_000

type Yoga = ReturnType<typeof makeYoga>

interface Options {
  schema: GraphQLSchema
  log: Log
}

/** The GraphQL engine, for HTTP and for sockets alike. It never sees a request whose sender is unknown. */
export function makeYoga({ schema, log }: Options) {
  return createYoga<Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    cors: false,
    batching: false,
    graphiql: { title: 'Tachograph', subscriptionsProtocol: 'WS' },
    renderGraphiQL,
    plugins: [limits],
    maskedErrors: {
      maskError(error, message, isDev) {
        const original = error instanceof GraphQLError ? error.originalError : error
        if (isTimeout(original)) return timeoutError(error)
        // Errors of the client have no original; what has one is ours, and its text stays here.
        if (original && !(original instanceof GraphQLError)) log.error('A GraphQL field failed', { error: original })
        return maskError(error, message, isDev)
      },
    },
  })
}

/** Refuses what would take the server's memory or time for itself, before it is read and before it is run. */
const limits: Plugin = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source, options) => {
      checkText(typeof source === 'string' ? source : source.body)
      return parseFn(source, options)
    })
  },
  onExecute({ args, setResultAndStopExecution }) {
    const error = checkSize(args)
    if (error) setResultAndStopExecution({ errors: [error] })
  },
  onSubscribe({ args, setResultAndStopExecution }) {
    const error = checkSize(args)
    if (error) setResultAndStopExecution({ errors: [error] })
  },
}

/** PostgreSQL's code for a statement that ran into its timeout or was cancelled. */
function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === '57014'
}

function timeoutError(error: unknown): GraphQLError {
  const message = 'This took too long and was stopped. Ask for a shorter range, or filter more.'
  const place = error instanceof GraphQLError ? { path: error.path, nodes: error.nodes } : {}
  return new GraphQLError(message, { ...place, extensions: { code: 'TIMEOUT' satisfies ErrorCode } })
}

interface HandlerOptions {
  yoga: Yoga
  services: Services
  admission: Admission
}

/**
 * GraphQL over HTTP. A browser that opens the address gets GraphiQL, which holds no data; everything else needs a key or a
 * session, and without one the answer is 401 whatever was asked.
 */
export function graphqlHandler({ yoga, services, admission }: HandlerOptions): Handler {
  return async (request, response, url) => {
    const page = request.method === 'GET' && !url.searchParams.has('query') && accepts(request, 'text/html')
    const caller = page ? null : await admission.identify(request)
    if (!page && !caller) return sendUnauthorized(response)
    if (!page && request.headers.authorization === undefined) refuseForeignSite(request)

    const gone = new AbortController()
    response.once('close', () => gone.abort())
    // A stream of events ends with the right to it.
    const unwatch = caller?.watch(() => response.destroy())
    response.once('close', () => unwatch?.())
    const body = request.method === 'POST' ? new Uint8Array(await readBody(request, BODY_LIMIT)) : null
    refuseUnreadable(request, url)
    const init = { method: request.method ?? 'GET', headers: headersOf(request), body, signal: gone.signal }
    const context = caller ? { ...services, viewer: caller.viewer, address: caller.address } : {}
    try {
      await send(response, await yoga.fetch(url.href, init, context as Context))
    } catch (error) {
      // Nobody is there to be answered, and that is no failure.
      if (!gone.signal.aborted) throw error
    }
  }
}

/** Throws an HttpError with a sentence for what the engine would answer with none. */
function refuseUnreadable(request: IncomingMessage, url: URL) {
  if (request.method === 'POST' && !request.headers['content-type']?.startsWith('application/json')) {
    throw new HttpError(415, 'Send the query with the header "Content-Type: application/json": {"query": "{ ... }"}.')
  }
  for (const name of ['variables', 'extensions']) {
    if (!isJson(url.searchParams.get(name) || 'null')) throw new HttpError(400, `The parameter "${name}" is not JSON.`)
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function sendUnauthorized(response: ServerResponse) {
  const message = 'Show a valid API key in the header "Authorization: Bearer ...", or sign in.'
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] })
  response.writeHead(401, { 'Content-Type': 'application/json; charset=utf-8', 'WWW-Authenticate': 'Bearer' }).end(body)
}

function accepts(request: IncomingMessage, type: string): boolean {
  return request.headers.accept?.includes(type) ?? false
}

function headersOf(request: IncomingMessage): [string, string][] {
  return Object.entries(request.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  )
}

async function send(response: ServerResponse, answer: Response) {
  if (response.destroyed) return
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (!isStream || !answer.body) return void response.end(Buffer.from(await answer.arrayBuffer()))
  // A stream of events has no end: it stops when the client goes away, and waits for one that reads slowly.
  for await (const chunk of answer.body) {
    if (!response.write(chunk)) await once(response, 'drain', { signal: AbortSignal.timeout(DRAIN_PATIENCE_MS) })
  }
  response.end()
}

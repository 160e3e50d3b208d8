import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import { createYoga, type MaskError, type Plugin } from 'graphql-yoga'
import type { Context, Services, Viewer } from '../schema/context.ts'
import type { Admission, Caller } from './admission.ts'
import type { makeDocumentCache } from './document-cache.ts'
import { graphiqlPage } from './graphiql.ts'
import { forgetAfterChange } from './forget-after-change.ts'
import type { Hardening } from './hardening.ts'
import { HttpError, readBody, refuseForeignSite, sendJson, type Handler } from './http.ts'
import { nestsDeeper } from './json-depth.ts'
import { type FindOperation, persistedOperations } from './persisted-operations.ts'
import { queriesAtOnce } from './queries-at-once.ts'
import { queryGuard } from './query-guard.ts'
import { type makeQuickAnswer, quickType } from './quick-answer.ts'

const BODY_LIMIT = 1024 * 1024
/** For who may send jobs: 10,000 with labels and an error now and then. More belongs to `POST /ingest/jobs`. */
const JOBS_BODY_LIMIT = 16 * 1024 * 1024

/** Lists and objects within one another. */
const DEEPEST = 60

/** A client that takes nothing of a stream of events for so long is given up. */
const DRAIN_PATIENCE_MS = 30_000

type Yoga = ReturnType<typeof makeYoga>

interface Options {
  schema: GraphQLSchema
  maskError: MaskError
  hardening: Hardening
  findOperation: FindOperation
  documents: ReturnType<typeof makeDocumentCache>
  plugins: Plugin[]
  /** Forgets what is remembered of the caller's organization. */
  forget: (viewer: Viewer) => void
}

/** The GraphQL engine, for HTTP and for sockets alike. It never sees a request whose sender is unknown. */
export function makeYoga({ schema, maskError, hardening, findOperation, documents, plugins, forget }: Options) {
  return createYoga<Context>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    cors: false,
    batching: false,
    graphiql: false,
    multipart: false,
    parserAndValidationCache: documents,
    plugins: [
      persistedOperations(findOperation),
      queryGuard(hardening),
      ...plugins,
      queriesAtOnce,
      giveAnswer,
      forgetAfterChange(forget),
    ],
    maskedErrors: { maskError },
  })
}

interface AnsweredContext extends Context {
  /** An answer that is there already, with errors: the engine masks them, and finds the status. */
  answer?: ExecutionResult
}

const giveAnswer: Plugin<AnsweredContext> = {
  onExecute({ args, setExecuteFn }) {
    const { answer } = args.contextValue
    if (answer) setExecuteFn(() => answer)
  },
}

interface HandlerOptions {
  yoga: Yoga
  quickAnswer: ReturnType<typeof makeQuickAnswer>
  services: Services
  admission: Admission
  hardening: Hardening
}

/**
 * GraphQL over HTTP. A browser that opens the address gets GraphiQL where the schema is no secret; everything else needs a
 * key or a session, and without one the answer is 401 whatever was asked.
 */
export function graphqlHandler({ yoga, quickAnswer, services, admission, hardening }: HandlerOptions): Handler {
  const page = hardening.introspection ? graphiqlPage() : null
  return async (request, response, url) => {
    if (page && isVisit(request, url)) return page(request, response, url)
    const caller = await admission.identify(request)
    if (!caller) return sendUnauthorized(response)
    refuseForged(request, caller.viewer)

    const gone = new AbortController()
    response.once('close', () => response.writableFinished || gone.abort())
    const limit = caller.viewer.permissions.has('jobs.send') ? JOBS_BODY_LIMIT : BODY_LIMIT
    const body = request.method === 'POST' ? new Uint8Array(await readBody(request, limit)) : null
    refuseUnreadable(request, url)
    if (body && nestsDeeper(body, DEEPEST)) throw new HttpError(400, `The body nests more than ${DEEPEST} levels deep.`)
    const context: AnsweredContext = {
      ...services,
      viewer: caller.viewer,
      address: caller.address,
      signal: gone.signal,
    }
    try {
      const type = quickType(request)
      const answer = body && type && (await quickAnswer(body, context))
      if (answer && !answer.errors) return sendAnswer(response, answer, type)
      if (answer) context.answer = answer
      const init = { method: request.method ?? 'GET', headers: headersOf(request), body, signal: gone.signal }
      await send(response, await yoga.fetch(url.href, init, context), caller)
    } catch (error) {
      // Nobody is there to be answered, and that is no failure.
      if (!gone.signal.aborted) throw error
    }
  }
}

function isVisit(request: IncomingMessage, url: URL): boolean {
  return request.method === 'GET' && !url.searchParams.has('query') && !!request.headers.accept?.includes('text/html')
}

/**
 * Throws an HttpError for what another site can make a browser send by a link, an image or a form. A session counts for
 * POST only, and not for other sites. GET is for programs: they name JSON as what they take, or ask by a script's `fetch`,
 * whose answer other sites cannot read.
 */
function refuseForged(request: IncomingMessage, viewer: Viewer) {
  if (viewer.session) {
    if (request.method !== 'POST') throw new HttpError(405, 'With a session, ask with POST.', { Allow: 'POST' })
    refuseForeignSite(request)
  }
  const { accept = '', 'sec-fetch-mode': mode = '' } = request.headers
  const isAsked = /[/+]json|event-stream/.test(accept) || mode === 'cors' || mode === 'same-origin'
  if (request.method === 'POST' || isAsked) return
  throw new HttpError(400, 'Ask with POST, or say what you take: "Accept: application/json".')
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
  response.setHeader('WWW-Authenticate', 'Bearer')
  sendJson(response, 401, { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] })
}

function headersOf(request: IncomingMessage): [string, string][] {
  return Object.entries(request.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  )
}

function sendAnswer(response: ServerResponse, answer: ExecutionResult, type: string) {
  if (response.destroyed) return
  const text = JSON.stringify(answer)
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }
  response.writeHead(200, headers)
  response.end(text)
}

async function send(response: ServerResponse, answer: Response, caller: Caller) {
  if (response.destroyed) return
  if (answer.status === 406) {
    throw new HttpError(
      406,
      'The answer can be application/json, application/graphql-response+json or text/event-stream.',
    )
  }
  response.setHeader('Cache-Control', 'no-store')
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (!isStream || !answer.body) return void response.end(Buffer.from(await answer.arrayBuffer()))
  // A stream of events ends with the right to it. Other answers are not cut off: one may tell that the caller ended it.
  response.once(
    'close',
    caller.watch(() => response.destroy()),
  )
  // It has no end of its own: it stops when the client goes away, and waits for one that reads slowly.
  for await (const chunk of answer.body) {
    if (!response.write(chunk)) await once(response, 'drain', { signal: AbortSignal.timeout(DRAIN_PATIENCE_MS) })
  }
  response.end()
}

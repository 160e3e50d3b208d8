import type { IncomingMessage } from 'node:http'
import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql'
import * as z from 'zod'
import type { Context } from '../schema/context.ts'
import type { CompiledQuery, makeCompiledQueries } from './compiled-queries.ts'
import type { FindOperation } from './persisted-operations.ts'
import { withPlace } from './queries-at-once.ts'
import type { Checked } from './query-guard.ts'

const Params = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
})

interface Options {
  schema: GraphQLSchema
  queries: ReturnType<typeof makeCompiledQueries>
  findOperation: FindOperation
  check: (args: ExecutionArgs) => Checked
}

/**
 * Answers the most frequent kind of request without the engine: a POST of JSON with a query that was read and validated
 * before. Null for everything else, before anything was run: the engine has the words for what is wrong.
 */
export function makeQuickAnswer({ schema, queries, findOperation, check }: Options) {
  /** What was found about those that have no variables holds for all requests. */
  const constant = new WeakMap<CompiledQuery, Record<string, unknown>>()
  return async (body: Uint8Array, context: Context): Promise<ExecutionResult | null> => {
    const params = readParams(body)
    if (!params) return null
    const text = findOperation(params, context.viewer)
    if (typeof text !== 'string') return null
    const query = queries.find(text, params.operationName ?? null)
    if (!query) return null
    const { document, operationName } = query
    const variables =
      constant.get(query) ??
      check({ schema, document, operationName, variableValues: params.variables ?? {} }).variables
    if (!variables) return null
    if (query.isConstant) constant.set(query, variables)
    return withPlace(context, () => query.run(context, variables))
  }
}

/** Null for what is no request of one query. */
function readParams(body: Uint8Array) {
  try {
    const { query, extensions, ...rest } = Params.parse(JSON.parse(Buffer.from(body).toString()))
    return { ...rest, query: query ?? undefined, extensions }
  } catch {
    return null
  }
}

const JSON_TYPES = new Set(['application/json', 'application/json; charset=utf-8'])
/** What a client takes, and as which type it is answered. */
const ANSWERS = new Map<string | undefined, string>([
  [undefined, 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
])

/** The type of a quick answer; null for requests that negotiate more than that. */
export function quickType({ method, headers }: IncomingMessage): string | null {
  if (method !== 'POST' || !JSON_TYPES.has(headers['content-type'] ?? '')) return null
  return ANSWERS.get(headers.accept) ?? null
}

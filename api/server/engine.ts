import type { Log } from '../lib/log.ts'
import type { Viewer } from '../schema/context.ts'
import { schema } from '../schema/index.ts'
import { makeCompiledQueries } from './compiled-queries.ts'
import { makeDocumentCache } from './document-cache.ts'
import { makeYoga } from './graphql.ts'
import type { Hardening } from './hardening.ts'
import type { FindOperation } from './persisted-operations.ts'
import { checkExecution } from './query-guard.ts'
import { makeErrorMask } from './mask-error.ts'
import { makeSubscribe } from './shared-results.ts'
import { makeQuickAnswer } from './quick-answer.ts'

interface Options {
  log: Log
  hardening: Hardening
  findOperation: FindOperation
  /** Forgets what is remembered of the caller's organization. */
  forget: (viewer: Viewer) => void
}

/**
 * What answers GraphQL: the engine, and the quick ways around it for queries that come again, and for subscriptions of
 * sockets. They know the same documents.
 */
export function makeEngine({ log, hardening, findOperation, forget }: Options) {
  const documents = makeDocumentCache()
  const queries = makeCompiledQueries({ schema, documents })
  const maskError = makeErrorMask(log)
  const plugins = [queries.noteValid]
  const yoga = makeYoga({ schema, maskError, hardening, findOperation, documents, plugins, forget })
  const quickAnswer = makeQuickAnswer({
    schema,
    queries,
    findOperation,
    check: (args) => checkExecution(args, hardening.introspection),
  })
  const subscribe = makeSubscribe({
    check: (args) => checkExecution(args, hardening.introspection).errors ?? null,
    maskError,
  })
  return { yoga, quickAnswer, subscribe }
}

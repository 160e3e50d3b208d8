import type { Log } from '../lib/log.ts'
import type { Viewer } from '../schema/context.ts'
import { schema } from '../schema/index.ts'
import { makeCompiledQueries } from './compiled-queries.ts'
import { makeDocumentCache } from './document-cache.ts'
import { makeYoga } from './graphql.ts'
import type { Hardening } from './hardening.ts'
import type { FindOperation } from './persisted-operations.ts'
import { checkExecution } from './query-guard.ts'
import { sharedResults } from './shared-results.ts'
import { makeQuickAnswer } from './quick-answer.ts'

interface Options {
  log: Log
  hardening: Hardening
  findOperation: FindOperation
  /** Forgets what is remembered of the caller's organization. */
  forget: (viewer: Viewer) => void
}

/** What answers GraphQL: the engine, and the quick way around it for queries that come again. They know the same documents. */
export function makeEngine({ log, hardening, findOperation, forget }: Options) {
  const documents = makeDocumentCache()
  const queries = makeCompiledQueries({ schema, documents })
  const yoga = makeYoga({
    schema,
    log,
    hardening,
    findOperation,
    documents,
    plugins: [queries.noteValid, sharedResults],
    forget,
  })
  const quickAnswer = makeQuickAnswer({
    schema,
    queries,
    findOperation,
    check: (args) => checkExecution(args, hardening.introspection),
  })
  return { yoga, quickAnswer }
}

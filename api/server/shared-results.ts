import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  Kind,
  visit,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { isShared } from '../lib/shared.ts'
import type { Context } from '../schema/context.ts'

type Results = AsyncIterableIterator<ExecutionResult>

/** Of an event: its results, by what was asked for. */
type KnownResults = Map<string, Promise<ExecutionResult> | ExecutionResult>

const NEVER = new AbortController().signal

/**
 * Subscriptions on sockets: an event that many get is answered once for all who ask for the same of it and may do the same.
 * All of them are given the same object, so that it is also written once.
 */
export const sharedResults: Plugin = {
  onSubscribe({ args, setSubscribeFn }) {
    // Over HTTP each stream has a request, which the engine ends it with.
    if (!args.contextValue.request) setSubscribeFn(subscribeShared)
  },
}

async function subscribeShared(args: ExecutionArgs): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  const words = wordsOf(args)
  return mapEvents(source[Symbol.asyncIterator](), (event) =>
    isShared(event) ? resultOf(event, words, args) : execute({ ...args, rootValue: event }),
  )
}

const known = new WeakMap<object, KnownResults>()

function resultOf(event: object, words: string, args: ExecutionArgs): Promise<ExecutionResult> | ExecutionResult {
  const results: KnownResults = known.get(event) ?? new Map()
  known.set(event, results)
  const found = results.get(words)
  if (found) return found
  // Whoever was first may go before it is answered: the others still wait.
  const contextValue = { ...(args.contextValue as Context), signal: NEVER }
  const result = execute({ ...args, contextValue, rootValue: event })
  results.set(words, result)
  if (result instanceof Promise) void result.then((done) => results.set(words, done))
  return result
}

const documents = new WeakMap<DocumentNode, number>()
let documentCount = 0

/** Equal for those whose result of the same event is the same. */
function wordsOf({ document, operationName, variableValues, contextValue }: ExecutionArgs): string {
  const number = documents.get(document) ?? ++documentCount
  documents.set(document, number)
  const { permissions } = (contextValue as Context).viewer
  const names = variablesWithin(document, operationName ?? null)
  const variables = names.map((name) => variableValues?.[name])
  return JSON.stringify([number, operationName, [...permissions].sort(), variables])
}

/** The variables that say something about an answer. Those of the root field itself say what to subscribe to. */
function variablesWithin(document: DocumentNode, operationName: string | null): string[] {
  const root = getOperationAST(document, operationName)?.selectionSet
  const names = new Set<string>()
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.FIELD]: (field) => (root?.selections.includes(field) ? { ...field, arguments: [] } : undefined),
    [Kind.VARIABLE]: ({ name }) => void names.add(name.value),
  })
  return [...names]
}

function mapEvents(
  source: AsyncIterator<unknown>,
  map: (event: unknown) => Promise<ExecutionResult> | ExecutionResult,
): Results {
  const results: Results = {
    next: () =>
      source.next().then(({ done, value }) => {
        if (done) return { value: undefined, done: true }
        const result = map(value)
        return result instanceof Promise ? result.then((value) => ({ value })) : { value: result }
      }),
    async return() {
      await source.return?.()
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

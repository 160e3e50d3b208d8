import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  Kind,
  visit,
} from 'graphql'
import type { MaskError } from 'graphql-yoga'
import { isShared } from '../lib/shared.ts'
import type { Context } from '../schema/context.ts'

type Results = AsyncIterableIterator<ExecutionResult>

/** Of an event: its results, by what was asked for. */
type KnownResults = Map<string, Promise<ExecutionResult> | ExecutionResult>

const NEVER = new AbortController().signal
/** What is told of an error that stays here, as the engine words it. */
const UNEXPECTED = 'Unexpected error.'

interface Options {
  /** What is wrong with an operation that is to be run; null: nothing. */
  check: (args: ExecutionArgs) => readonly GraphQLError[] | null
  maskError: MaskError
}

/**
 * Runs subscriptions of sockets. An event that many get is answered once for all who ask for the same of it and may do the
 * same: all of them are given the same object, so that it is also written once. The engine does the same for each by itself,
 * and its layers around each event take a third of the processor time that sending it takes.
 */
export function makeSubscribe({ check, maskError }: Options) {
  const masked = (result: ExecutionResult) => maskErrors(result, maskError)
  return async (args: ExecutionArgs): Promise<Results | ExecutionResult> => {
    const errors = check(args)
    if (errors) return masked({ errors })
    const source = await createSourceEventStream(args)
    if (!(Symbol.asyncIterator in source)) return masked(source)
    const words = wordsOf(args)
    const answer = (event: unknown) =>
      isShared(event) ? sharedResult(event, words, () => run(args, event, masked)) : run(args, event, masked)
    return mapEvents(source[Symbol.asyncIterator](), answer, (error) => maskError(error, UNEXPECTED))
  }
}

function maskErrors(result: ExecutionResult, maskError: MaskError): ExecutionResult {
  if (!result.errors) return result
  return { ...result, errors: result.errors.map((error) => maskError(error, UNEXPECTED) as GraphQLError) }
}

function run(args: ExecutionArgs, event: unknown, masked: (result: ExecutionResult) => ExecutionResult) {
  // Whoever was first may go before it is answered: the others still wait.
  const signal = isShared(event) ? NEVER : (args.contextValue as Context).signal
  const result = execute({ ...args, contextValue: { ...(args.contextValue as Context), signal }, rootValue: event })
  return result instanceof Promise ? result.then(masked) : masked(result)
}

const known = new WeakMap<object, KnownResults>()

function sharedResult(event: object, words: string, run: () => Promise<ExecutionResult> | ExecutionResult) {
  const results: KnownResults = known.get(event) ?? new Map()
  known.set(event, results)
  const found = results.get(words)
  if (found) return found
  const result = run()
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
  mapError: (error: unknown) => Error,
): Results {
  const mapNext = ({
    done,
    value,
  }: IteratorResult<unknown>): IteratorResult<ExecutionResult> | Promise<IteratorResult<ExecutionResult>> => {
    if (done) return { value: undefined, done: true }
    const result = map(value)
    return result instanceof Promise ? result.then((value) => ({ value })) : { value: result }
  }
  const results: Results = {
    next: () =>
      source.next().then(mapNext, (error: unknown) => {
        throw mapError(error)
      }),
    async return() {
      await source.return?.()
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

import { type DocumentNode, type ExecutionArgs, GraphQLError } from 'graphql'
import type { OperationResult, SubscribePayload } from 'graphql-ws'
import type { Services } from '../schema/context.ts'
import type { Caller } from './admission.ts'
import type { makeEngine } from './engine.ts'
import type { FindOperation } from './persisted-operations.ts'

interface Engine extends Pick<ReturnType<typeof makeEngine>, 'yoga' | 'subscribe'> {
  services: Services
  findOperation: FindOperation
}

/** An operation that came over a socket, and who sent it. */
interface SentOperation {
  payload: SubscribePayload
  caller: Caller
  /** Aborts when nobody waits for it any more. */
  signal: AbortSignal
}

type Envelop = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => OperationResult; subscribe: (args: ExecutionArgs) => OperationResult }
}

/** How the protocol's library runs what `readOperation` has read. */
export const throughEngine = {
  execute: (args: ExecutionArgs) => (args as Envelop).rootValue.execute(args),
  subscribe: (args: ExecutionArgs) => (args as Envelop).rootValue.subscribe(args),
}

/** Reads and validates an operation: what is to be run, or what is wrong with it. */
export async function readOperation(
  { yoga, subscribe, services, findOperation }: Engine,
  { payload, caller: { viewer, address }, signal }: SentOperation,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const engine = yoga.getEnveloped({ ...services, viewer, address, signal })
  const { schema, execute, contextFactory, parse, validate } = engine
  const document = readDocument(parse, findOperation(payload, viewer))
  if (document instanceof GraphQLError) return [document]
  const errors = validate(schema, document)
  if (errors.length > 0) return errors
  const { operationName, variables: variableValues } = payload
  const rootValue = { execute, subscribe }
  return { schema, operationName, document, variableValues, contextValue: await contextFactory(), rootValue }
}

/** The query, or what is wrong with its text: thrown, it would end the socket and with it everything else on it. */
function readDocument(
  parse: (text: string) => DocumentNode,
  text: string | undefined | GraphQLError,
): DocumentNode | GraphQLError {
  if (text instanceof GraphQLError) return text
  try {
    return parse(text ?? '')
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  validate,
  visit,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { checkDocument } from './document-limits.ts'
import { checkSize, checkText, checkVariables, refused } from './query-limits.ts'

/** After so many errors a query is not looked at any further: who gets it wrong on purpose would have us write a book. */
const MOST_ERRORS = 5

const LONGEST_MESSAGE = 500

/**
 * Refuses what would take the server's memory or time for itself: before it is read, before it is validated, and before it
 * is run. Without `introspection` it also keeps the schema to itself.
 */
export function queryGuard({ introspection }: { introspection: boolean }): Plugin {
  const asksForTypes = new WeakSet<DocumentNode>()
  const guard = (args: ExecutionArgs, stop: (result: ExecutionResult) => void) => {
    const { errors } = checkExecution(args, introspection)
    if (errors) return stop({ errors })
    if (asksForTypes.has(args.document)) args.document = withoutTypeNames(args.document)
  }
  return {
    onRequestParse: () => ({
      onRequestParseDone({ requestParserResult }) {
        if (Array.isArray(requestParserResult))
          throw refused('Send one query at a time, not a list of them.', { isQuery: false })
      },
    }),
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        checkText(typeof source === 'string' ? source : source.body)
        const document = read(() => parseFn(source, options))
        checkDocument(document)
        if (!introspection && looksAtSchema(document)) asksForTypes.add(document)
        return document
      })
    },
    onValidate({ setValidationFn }) {
      setValidationFn((...[schema, document, rules, typeInfo, options]) =>
        shorten(validate(schema, document, rules, { ...options, maxErrors: MOST_ERRORS }, typeInfo), introspection),
      )
    },
    onExecute({ args, setResultAndStopExecution }) {
      guard(args, setResultAndStopExecution)
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      guard(args, setResultAndStopExecution)
    },
  }
}

function read(parse: () => DocumentNode): DocumentNode {
  try {
    return parse()
  } catch (error) {
    throw error instanceof GraphQLError ? shorten([error], false)[0] : error
  }
}

/** The variables as resolvers get them, or what is wrong with them, or with how much is asked for. */
export type Checked =
  | { variables: Record<string, unknown>; errors?: undefined }
  | { variables?: undefined; errors: readonly GraphQLError[] }

/** Checks what is asked for before it runs. The document has been validated. */
export function checkExecution(args: ExecutionArgs, introspection: boolean): Checked {
  const { schema, document, operationName, variableValues } = args
  const operation = getOperationAST(document, operationName)
  if (!operation) return { errors: [refused('Name one of the operations of the query: "operationName".')] }
  const tooDeep = checkVariables(variableValues)
  if (tooDeep) return { errors: [tooDeep] }
  // The executor would look for fifty errors, and repeat all of the value in each.
  const limits = { maxErrors: MOST_ERRORS, hideSuggestions: !introspection }
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, limits)
  if (read.errors) {
    return { errors: shorten(read.errors, introspection).map(({ message, nodes }) => refused(message, { nodes })) }
  }
  const tooMuch = checkSize(args)
  return tooMuch ? { errors: [tooMuch] } : { variables: read.coerced }
}

/** Whether a document asks for `__type`. Throws FORBIDDEN when it asks for all of the schema. */
function looksAtSchema(document: DocumentNode): boolean {
  let asks = false
  visit(document, {
    [Kind.FIELD]({ name }) {
      if (name.value === '__schema')
        throw refused('This server does not tell its schema: see its documentation.', { code: 'FORBIDDEN' })
      asks ||= name.value === '__type'
    },
  })
  return asks
}

/** The same document, asking for a type without a name. So `__type` is null, as it is for a type that does not exist. */
function withoutTypeNames(document: DocumentNode): DocumentNode {
  const name = { kind: Kind.NAME, value: 'name' } as const
  const nothing = { kind: Kind.ARGUMENT, name, value: { kind: Kind.STRING, value: '' } } as const
  return visit(document, {
    [Kind.FIELD]: (field) => (field.name.value === '__type' ? { ...field, arguments: [nothing] } : undefined),
  })
}

/** The words of the library repeat what was sent, however long it is, and suggest names of the schema. */
function shorten(errors: readonly unknown[], introspection: boolean): readonly GraphQLError[] {
  const ours = errors.filter((error) => error instanceof GraphQLError).slice(0, MOST_ERRORS)
  for (const error of ours) {
    if (!introspection) error.message = error.message.replace(/ Did you mean .*\?$/s, '')
    if (error.message.length > LONGEST_MESSAGE) error.message = `${error.message.slice(0, LONGEST_MESSAGE)}...`
  }
  return ours
}

import {
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../schema/context.ts'
import type { makeDocumentCache } from './document-cache.ts'
import { locateErrors } from './located-errors.ts'

const MOST_QUERIES = 256

/** A query that was turned into a function. */
export interface CompiledQuery {
  document: DocumentNode
  operationName: string | null
  /** True when it has no variables. */
  isConstant: boolean
  /** The answer as the engine would give it, errors unmasked. The variables are those that the engine read. */
  run(context: Context, variables: Record<string, unknown>): Promise<ExecutionResult>
}

interface Options {
  schema: GraphQLSchema
  /** What the engine has read. */
  documents: ReturnType<typeof makeDocumentCache>
}

/** Questions about the schema itself, which may be secret: always for the engine. */
const ABOUT_SCHEMA = /__(type|schema)\b/

/**
 * Queries that come again, as functions: a page or a BI tool sends the same text with other variables, and walking through
 * its document for each value of the answer is most of the work. What comes for the first time is left to the engine, which
 * reads and validates it; so compiling, which takes milliseconds, is done for what is worth it.
 */
export function makeCompiledQueries({ schema, documents }: Options) {
  const compiled = new Map<string, CompiledQuery | null>()
  const valid = new WeakSet<DocumentNode>()
  const noteValid: Plugin = {
    onValidate({ params }) {
      return (outcome) => void (outcome.valid && valid.add(params.documentAST))
    },
  }
  return {
    /** For the engine: it tells what it found to be valid. */
    noteValid,
    /** Null: this one is for the engine. */
    find(text: string, operationName: string | null): CompiledQuery | null {
      const key = `${operationName ?? ''} ${text}`
      const known = compiled.get(key)
      if (known !== undefined) return known
      const document = documents.documentCache.get(text)
      if (!document || !valid.has(document) || ABOUT_SCHEMA.test(text)) return null
      const query = compile(schema, document, operationName)
      compiled.set(key, query)
      if (compiled.size > MOST_QUERIES) compiled.delete(compiled.keys().next().value!)
      return query
    },
  }
}

/** Null for what is no query, or cannot be compiled. */
function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY) return null
  const query = compileQuery(schema, withoutTypes(document), operationName ?? '')
  if (!isCompiledQuery(query)) return null
  return {
    document,
    operationName,
    isConstant: (operation.variableDefinitions?.length ?? 0) === 0,
    async run(context, variables) {
      const { data, errors } = await query.query(undefined, context, variables)
      return errors
        ? { errors: locateErrors(errors, document, operationName), data: data ?? null }
        : { data: data ?? null }
    },
  }
}

/**
 * The same document with variables that may be anything: they are read by the engine's rules before. The compiler's own are
 * not quite the same: it asks for fields of inputs that have a default.
 */
function withoutTypes(document: DocumentNode): DocumentNode {
  const anything = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'JSON' } } as const
  return visit(document, {
    [Kind.VARIABLE_DEFINITION]: ({ kind, variable }) => ({ kind, variable, type: anything }),
  })
}

import {
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  GraphQLError,
  type GraphQLNamedType,
  isObjectType,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql'
import type { ErrorCode } from '../schema/errors.ts'
import { itemsOf } from '../schema/list-items.ts'
import { DEFAULT_PAGE, LARGEST_PAGE } from '../schema/paging.ts'

/** Characters of a query. What is sent with it, such as jobs, belongs into its variables. */
const LONGEST_TEXT = 64 * 1024
/** Words and signs. */
const MOST_TOKENS = 10_000
/** Brackets within brackets. The parser calls itself for each level; GraphiQL's own questions have 14. */
const DEEPEST = 50
const MOST_DIRECTIVES = 50
/** Of one object among the variables. An unknown one is answered with all of the object. */
const MOST_KEYS = 500
/** Values that an answer may have when every page is full. Each is held in memory. */
const MOST_VALUES = 1_000_000
/** A list is a statement, which is work for the database: it counts as so many values. */
const LIST_WEIGHT = 10_000
/** A field counts so much at least, also on an empty page: it is work to walk there, and fragments multiply. */
const FIELD_WEIGHT = 100

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/**
 * A request that is refused as a whole: status 400 for who takes GraphQL's own type of answer, 200 for who takes plain JSON,
 * as GraphQL over HTTP has it.
 */
export function refused(message: string, { code = 'BAD_INPUT', nodes, isQuery = true }: Refusal = {}): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code, http: { status: 400, spec: isQuery } } })
}

interface Refusal {
  code?: ErrorCode
  /** False for what is no query at all: the status is 400 whatever is taken. */
  isQuery?: boolean
  /** Where in the query. */
  nodes?: GraphQLError['nodes']
}

/** Throws BAD_INPUT for a text that is too long or nests too deeply to be read, and the lexer's error for what is no text of GraphQL. */
export function checkText(text: string): void {
  if (text.length > LONGEST_TEXT) {
    const most = LONGEST_TEXT.toLocaleString('en')
    throw refused(`The query is longer than ${most} characters. Send values as variables, or ask in several queries.`)
  }
  const lexer = new Lexer(new Source(text))
  let depth = 0
  let tokens = 0
  let directives = 0
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (OPENING.has(token.kind)) depth++
    if (CLOSING.has(token.kind)) depth--
    if (token.kind === TokenKind.AT) directives++
    if (depth > DEEPEST) throw refused(`The query nests more than ${DEEPEST} levels deep. Ask in several queries.`)
    if (directives > MOST_DIRECTIVES) throw refused(`The query has more than ${MOST_DIRECTIVES} directives.`)
    if (++tokens > MOST_TOKENS) {
      throw refused(
        'The query has more than 10,000 words and signs. Send values as variables, or ask in several queries.',
      )
    }
  }
}

/** An error with the code BAD_INPUT for variables that no input of ours looks like. Null for all others. */
export function checkVariables(variables: unknown): GraphQLError | null {
  // Level by level: a function that calls itself would end with the stack.
  let level = [variables].filter(isObject)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return refused(`The variables nest more than ${DEEPEST} levels deep.`)
    if (level.some(isWide)) return refused(`The variables have an object with more than ${MOST_KEYS} keys.`)
    level = level.flatMap((value) => Object.values(value).filter(isObject))
  }
  return null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isWide(value: object): boolean {
  return !Array.isArray(value) && Object.keys(value).length > MOST_KEYS
}

interface Walk {
  args: ExecutionArgs
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  values: number
}

/**
 * An error with the code BAD_INPUT when an answer could grow beyond what a server can hold: when its fields, times the sizes
 * of the pages around them, are too many. Null for all others. The query has been validated.
 */
export function checkSize(args: ExecutionArgs): GraphQLError | null {
  const operation = getOperationAST(args.document, args.operationName)
  const root = operation && args.schema.getRootType(operation.operation)
  if (!root) return null
  const fragments = args.document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const walk = { args, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])), values: 0 }
  addSelections(operation.selectionSet, root, 1, walk)
  if (walk.values <= MOST_VALUES) return null
  return refused(
    `The query can have more than ${MOST_VALUES.toLocaleString('en')} values in its answer, each list counted as ` +
      `${LIST_WEIGHT.toLocaleString('en')}. Ask for smaller pages ("first"), or for fewer lists within lists.`,
  )
}

/** Adds what stands `times` times in the answer. It ends early once it is too much: fragments can unfold without end. */
function addSelections(set: SelectionSetNode, type: GraphQLNamedType | undefined, times: number, walk: Walk): void {
  for (const selection of set.selections) {
    if (walk.values > MOST_VALUES) return
    if (selection.kind === Kind.FIELD) {
      addField(selection, type, times, walk)
      continue
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection
    const condition = fragment?.typeCondition
    const inner = condition ? walk.args.schema.getType(condition.name.value) : type
    if (fragment) addSelections(fragment.selectionSet, inner, times, walk)
  }
}

function addField(field: FieldNode, parent: GraphQLNamedType | undefined, times: number, walk: Walk): void {
  walk.values += Math.max(times, FIELD_WEIGHT)
  // What the schema says about itself has no definition here, and a bound of its own in the validation.
  const definition = isObjectType(parent) ? parent.getFields()[field.name.value] : undefined
  if (!definition || !field.selectionSet) return
  const type = getNamedType(definition.type)
  const isPaged = type.name.endsWith('Connection')
  const items = isPaged ? pageSize(field, walk) : itemsOf(definition.extensions)
  if (isPaged || items > 1 || ['Table', 'Series'].includes(type.name)) walk.values += LIST_WEIGHT
  addSelections(field.selectionSet, type, times * items, walk)
}

/** How many items the page has at most. What cannot be told counts as the largest page. */
function pageSize(field: FieldNode, { args }: Walk): number {
  const size = field.arguments?.find(({ name, value }) => isSize(name.value) && value.kind !== Kind.NULL)?.value
  if (!size) return DEFAULT_PAGE
  const asked =
    size.kind === Kind.VARIABLE ? args.variableValues?.[size.name.value] : Number('value' in size && size.value)
  return typeof asked === 'number' && asked >= 0 ? Math.min(asked, LARGEST_PAGE) : LARGEST_PAGE
}

function isSize(name: string): boolean {
  return name === 'first' || name === 'last'
}

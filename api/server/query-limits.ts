import {
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  type GraphQLError,
  type GraphQLNamedType,
  isObjectType,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql'
import { badInput } from '../schema/errors.ts'
import { DEFAULT_PAGE, LARGEST_PAGE } from '../schema/paging.ts'

/** Brackets within brackets. The parser calls itself for each level; GraphiQL's own questions have 14. */
const DEEPEST = 50
/** Names outside of arguments, which are fields, aliases and fragments. Two fields each are compared when a query is checked. */
const MOST_NAMES = 2_000
/** Values that an answer may have when every page is full. Each is held in memory. */
const MOST_VALUES = 1_000_000
/** A list is a statement, which is work for the database: it counts as so many values. */
const LIST_WEIGHT = 10_000
/** A field counts so much at least, also on an empty page: it is work to walk there, and fragments multiply. */
const FIELD_WEIGHT = 100

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Throws BAD_INPUT for a text that nests too deeply or names too much to be read, and the lexer's error for what is no text of GraphQL. */
export function checkText(text: string): void {
  const lexer = new Lexer(new Source(text))
  let depth = 0
  let inArguments = 0
  let names = 0
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (OPENING.has(token.kind)) depth++
    if (CLOSING.has(token.kind)) depth--
    if (token.kind === TokenKind.PAREN_L) inArguments++
    if (token.kind === TokenKind.PAREN_R) inArguments--
    if (token.kind === TokenKind.NAME && inArguments === 0) names++
    if (depth > DEEPEST) throw badInput(`The query nests more than ${DEEPEST} levels deep. Ask in several queries.`)
    if (names > MOST_NAMES) throw badInput(`The query names more than ${MOST_NAMES} fields. Ask in several queries.`)
  }
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
  return badInput(
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
  const isList = type.name.endsWith('Connection')
  if (isList || ['Table', 'Series'].includes(type.name)) walk.values += LIST_WEIGHT
  addSelections(field.selectionSet, type, isList ? times * pageSize(field, walk) : times, walk)
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

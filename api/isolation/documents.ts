import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'

/** A field of Query, Mutation or Subscription. */
export interface RootField {
  /** `Query.jobs` */
  name: string
  kind: 'query' | 'mutation' | 'subscription'
  field: string
  args: readonly GraphQLArgument[]
  /** Asks for everything that can be asked of the answer. The text for the arguments that are given. */
  document(given: readonly string[]): string
  /** The same, and asks for nothing of the answer. */
  shortDocument(given: readonly string[]): string
}

/** How deep answers are asked for. */
const DEEPEST = 6
const INNER_PAGE = 3
/** The server refuses more fields. */
const MOST_FIELDS = 400

/** Every root field of the schema. */
export function rootFieldsOf(schema: GraphQLSchema): RootField[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => rootField(kind, type!.name, field, schema)),
  )
}

function rootField(
  kind: RootField['kind'],
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
): RootField {
  const selection = selectionOf(field, schema)
  const document = (given: readonly string[], wanted: string) => {
    const used = field.args.filter(({ name }) => given.includes(name))
    const variables = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
    const passed = used.map(({ name }) => `${name}: $${name}`).join(', ')
    return `${kind}${variables && `(${variables})`} { ${field.name}${passed && `(${passed})`} ${wanted} }`
  }
  return {
    name: `${typeName}.${field.name}`,
    kind,
    field: field.name,
    args: field.args,
    document: (given) => document(given, selection),
    shortDocument: (given) => document(given, selection === '' ? '' : '{ __typename }'),
  }
}

/** As deep as the server allows for so many fields. */
function selectionOf(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): string {
  for (let depth = DEEPEST; depth > 1; depth--) {
    const selection = select(getNamedType(field.type), schema, depth, [])
    if ((selection.match(/\w+/g)?.length ?? 0) <= MOST_FIELDS) return selection
  }
  return select(getNamedType(field.type), schema, 1, [])
}

/** All fields of a type. A type within itself is asked for its own values only, or there would be no end. */
function select(type: GraphQLNamedType, schema: GraphQLSchema, depth: number, within: readonly string[]): string {
  if (isUnionType(type)) {
    const parts = type.getTypes().map((one) => `... on ${one.name} ${select(one, schema, depth, within)}`)
    return `{ __typename ${parts.join(' ')} }`
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return ''
  const isAgain = within.includes(type.name)
  const all = Object.values(type.getFields())
  // The items of a page come with their edges already.
  const asked = all.some(({ name }) => name === 'edges') ? all.filter(({ name }) => name !== 'nodes') : all
  const fields = asked.map((field) => {
    const named = getNamedType(field.type)
    const isLeaf = !('getFields' in named) && !isUnionType(named)
    if (field.args.some((arg) => isRequiredArgument(arg))) return ''
    if (isLeaf) return `${field.name}${pageOf(field)}`
    if (isAgain || depth <= 1) return ''
    const inner = select(named, schema, depth - 1, [...within, type.name])
    return inner === '' || inner === '{  }' ? '' : `${field.name}${pageOf(field)} ${inner}`
  })
  const text = fields.filter((field) => field !== '').join(' ')
  return text === '' ? '{ __typename }' : `{ ${text} }`
}

function pageOf(field: GraphQLField<unknown, unknown>): string {
  return field.args.some(({ name }) => name === 'first') ? `(first: ${INNER_PAGE})` : ''
}

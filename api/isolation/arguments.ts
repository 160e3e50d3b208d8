import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'

/** A place in the arguments of a field where a value can be put: `filter.labels.value`. */
export interface Leaf {
  path: string
  /** Last part of the path. */
  name: string
  /** Of the named type: ID, String, JobStatus ... */
  type: string
  /** All values, when it is an enum. */
  values: readonly string[]
  isRequired: boolean
}

/** What to put at a place; undefined: what is always right there. */
export type Choose = (leaf: Leaf) => unknown
/** Whether to give something that need not be given. */
export type Include = (path: string) => boolean

/** Types that are one value as a whole, because only somebody who knows them can make one that means something. */
const WHOLE = new Set(['MetricQuery', 'FilterInput', 'JobInput', 'TimeRangeInput'])

/** All places in these arguments. */
export function leavesOf(args: readonly GraphQLArgument[]): Leaf[] {
  return args.flatMap((arg) => leavesIn(arg.type, arg.name, isRequiredArgument(arg)))
}

function leavesIn(type: GraphQLInputType, path: string, isRequired: boolean): Leaf[] {
  const named = getNamedType(type)
  if (!isInputObjectType(named) || WHOLE.has(named.name)) return [leafOf(type, path, isRequired)]
  return Object.values(named.getFields()).flatMap((field) =>
    leavesIn(field.type, `${path}.${field.name}`, isRequired && isRequiredInputField(field)),
  )
}

function leafOf(type: GraphQLInputType, path: string, isRequired: boolean): Leaf {
  const named = getNamedType(type)
  const values = isEnumType(named) ? named.getValues().map(({ name }) => name) : []
  return { path, name: path.split('.').at(-1)!, type: named.name, values, isRequired }
}

/** Values for the arguments: what is required, and what is to be included. */
export function buildArguments(
  args: readonly GraphQLArgument[],
  choose: Choose,
  include: Include,
): Record<string, unknown> {
  const given = args.filter((arg) => isRequiredArgument(arg) || include(arg.name))
  return Object.fromEntries(given.map((arg) => [arg.name, buildValue(arg, arg.name, choose, include)]))
}

function buildValue(
  { type }: GraphQLArgument | GraphQLInputField,
  path: string,
  choose: Choose,
  include: Include,
): unknown {
  const inner = isNonNullType(type) ? type.ofType : type
  const named = getNamedType(type)
  const value =
    isInputObjectType(named) && !WHOLE.has(named.name)
      ? Object.fromEntries(
          Object.values(named.getFields())
            .filter((field) => isRequiredInputField(field) || include(`${path}.${field.name}`))
            .map((field) => [field.name, buildValue(field, `${path}.${field.name}`, choose, include)]),
        )
      : choose(leafOf(type, path, false))
  return isListType(inner) && !Array.isArray(value) ? [value] : value
}

/** Only what is required. */
export const requiredOnly: Include = () => false
/** Everything that can be given, but for the parts of a page. */
export const everything: Include = (path) => !PAGING.has(path.split('.').at(-1)!)
/** What is required, and the way to this place. */
export function alsoAt(leaf: string): Include {
  return (path) => leaf === path || leaf.startsWith(`${path}.`)
}

const PAGING = new Set(['first', 'last', 'before', 'after'])

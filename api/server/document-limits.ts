import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { refused } from './query-limits.ts'

/** Fields within fields, fragments unfolded. GraphiQL's own question has 14. */
const DEEPEST = 25
/** Fields and fragments, each counted wherever it is used. */
const MOST_FIELDS = 1_000
const MOST_ALIASES = 100
/** The same field at the same place. Validation compares each with each. */
const MOST_REPEATED = 100
const MOST_ROOT_FIELDS = 50
/** Each is a change, and an attempt when it checks a password or a code. */
const MOST_CHANGES = 10
const MOST_OPERATIONS = 20
const MOST_FRAGMENTS = 100
const MOST_VARIABLES = 100

/** What stands at one place of the answer, by its name there. */
type Place = Map<string, Place>

interface Walk {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Fragments that are being walked through: one of them again is a cycle, which validation explains. */
  within: Set<string>
  used: Set<string>
  fields: number
  aliases: number
  repeated: number
}

/**
 * Throws BAD_INPUT for a document that asks for more than any page or tool needs. It comes before validation, whose time
 * grows with the square of some of these numbers, so it takes nothing about the document for granted.
 */
export function checkDocument({ definitions }: DocumentNode): void {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  refuseMore(operations.length, MOST_OPERATIONS, 'has', 'operations')
  refuseMore(fragments.length, MOST_FRAGMENTS, 'has', 'fragments')
  const walk: Walk = {
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    within: new Set(),
    used: new Set(),
    fields: 0,
    aliases: 0,
    repeated: 0,
  }
  for (const operation of operations) {
    refuseMore(operation.variableDefinitions?.length ?? 0, MOST_VARIABLES, 'has', 'variables')
    walkRoot(operation, walk)
  }
  for (const fragment of fragments) if (!walk.used.has(fragment.name.value)) walkRoot(fragment, walk)
}

function walkRoot(root: OperationDefinitionNode | FragmentDefinitionNode, walk: Walk): void {
  const isChange = root.kind === Kind.OPERATION_DEFINITION && root.operation === 'mutation'
  const most = isChange ? MOST_CHANGES : MOST_ROOT_FIELDS
  const place: Place = new Map()
  walkSelections(root.selectionSet, place, 1, walk)
  if (root.kind === Kind.OPERATION_DEFINITION) refuseMore(place.size, most, 'asks for', 'fields at its root')
}

function walkSelections(set: SelectionSetNode, place: Place, depth: number, walk: Walk): void {
  if (depth > DEEPEST) throw refused(`The query nests fields more than ${DEEPEST} levels deep. Ask in several queries.`)
  for (const selection of set.selections) {
    refuseMore(++walk.fields, MOST_FIELDS, 'asks for', 'fields')
    if (selection.kind === Kind.FIELD) walkField(selection, place, depth, walk)
    else if (selection.kind === Kind.INLINE_FRAGMENT) walkSelections(selection.selectionSet, place, depth, walk)
    else walkFragment(selection.name.value, place, depth, walk)
  }
}

function walkField(field: FieldNode, place: Place, depth: number, walk: Walk): void {
  if (field.alias) refuseMore(++walk.aliases, MOST_ALIASES, 'has', 'aliases')
  const name = (field.alias ?? field.name).value
  let inside = place.get(name)
  if (inside) refuseMore(++walk.repeated, MOST_REPEATED, 'repeats', 'fields')
  else place.set(name, (inside = new Map()))
  if (field.selectionSet) walkSelections(field.selectionSet, inside, depth + 1, walk)
}

function walkFragment(name: string, place: Place, depth: number, walk: Walk): void {
  const fragment = walk.fragments.get(name)
  if (!fragment || walk.within.has(name)) return
  walk.used.add(name)
  walk.within.add(name)
  walkSelections(fragment.selectionSet, place, depth, walk)
  walk.within.delete(name)
}

function refuseMore(count: number, most: number, verb: string, what: string): void {
  if (count <= most) return
  throw refused(`The query ${verb} more than ${most.toLocaleString('en')} ${what}. Ask in several queries.`)
}

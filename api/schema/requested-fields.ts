import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/** Documents are kept for requests that come again, and their nodes with them. */
const known = new WeakMap<FieldNode, ReadonlySet<string>>()

/**
 * Names of all fields that are asked for below this one, however deep: what is not among them need not be read. A field
 * that a directive leaves out counts as asked for.
 */
export function requestedFields(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): ReadonlySet<string> {
  const first = info.fieldNodes[0]!
  const before = info.fieldNodes.length === 1 ? known.get(first) : undefined
  if (before) return before
  const names = new Set<string>()
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) collect(selectionSet, info.fragments, names)
  if (info.fieldNodes.length === 1) known.set(first, names)
  return names
}

function collect(set: SelectionSetNode, fragments: GraphQLResolveInfo['fragments'], names: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value)
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection
    if (inner?.selectionSet) collect(inner.selectionSet, fragments, names)
  }
}

import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type GraphQLError,
  Kind,
  locatedError,
  type SelectionSetNode,
} from 'graphql'

/**
 * The errors of a compiled query as the engine has them: with the error that a resolver threw, and its places in the text.
 */
export function locateErrors(
  errors: readonly GraphQLError[],
  document: DocumentNode,
  operationName: string | null,
): GraphQLError[] {
  const operation = getOperationAST(document, operationName)
  return errors.map((error) => {
    const names = (error.path ?? []).filter((key) => typeof key === 'string')
    const nodes = operation ? fieldsAt(document, operation.selectionSet, names) : []
    return locatedError(error.originalError ?? new Error(error.message), nodes, error.path)
  })
}

/** The fields that stand at a place of the answer, by the names on the way there. */
function fieldsAt(document: DocumentNode, root: SelectionSetNode, names: readonly string[]): FieldNode[] {
  let sets = [root]
  let fields: FieldNode[] = []
  for (const name of names) {
    fields = sets
      .flatMap((set) => fieldsOf(document, set))
      .filter((field) => (field.alias ?? field.name).value === name)
    sets = fields.flatMap(({ selectionSet }) => selectionSet ?? [])
  }
  return fields
}

/** The fields of a selection, those of fragments included. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, selection.selectionSet)
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    )
    return fragment && 'selectionSet' in fragment ? fieldsOf(document, fragment.selectionSet!) : []
  })
}

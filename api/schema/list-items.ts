/** Marks a list without pages: as how many items it counts when the size of an answer is estimated. */
export function countedAs(items: number): Readonly<Record<string, unknown>> {
  return { items }
}

/** As how many items a field counts, by its extensions: 1 unless it is marked. */
export function itemsOf(extensions: Readonly<Record<string, unknown>>): number {
  const { items } = extensions
  return typeof items === 'number' ? items : 1
}

/** Something that says when it last changed. */
export interface Versioned {
  id: string
  changedAt: string
}

/**
 * Which rows of a new answer differ from the one before: those that changed, and those that were not there. None for the
 * first answer, because everything would be new.
 * @param before the versions of the answer before, by id; null when this is the first to the question
 */
export function changedRows(before: ReadonlyMap<string, string> | null, rows: readonly Versioned[]): string[] {
  if (before === null) return []
  return rows.filter(({ id, changedAt }) => before.get(id) !== changedAt).map(({ id }) => id)
}

/** The versions of an answer, by id, for comparing the next one with. */
export function versionsOf(rows: readonly Versioned[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, changedAt }) => [id, changedAt]))
}

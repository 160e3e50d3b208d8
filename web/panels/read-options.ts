/** Stored options, which anybody may have written: nothing is known about them. */
export type Stored = Readonly<Record<string, unknown>>

/** What was stored, or an empty record where something else stands. */
export function readRecord(stored: unknown): Stored {
  const isRecord = typeof stored === 'object' && stored !== null && !Array.isArray(stored)
  return isRecord ? (stored as Stored) : {}
}

/** A text; `usual` where there is none. */
export const readText = (stored: unknown, usual = ''): string => (typeof stored === 'string' ? stored : usual)

/** Yes or no; `usual` where neither stands. */
export const readFlag = (stored: unknown, usual: boolean): boolean => (typeof stored === 'boolean' ? stored : usual)

/** A number; null where none stands. */
export const readNumber = (stored: unknown): number | null =>
  typeof stored === 'number' && Number.isFinite(stored) ? stored : null

/** One of a few words; `usual` where none of them stands. */
export function readChoice<Choice extends string>(
  stored: unknown,
  choices: readonly Choice[],
  usual: NoInfer<Choice>,
): Choice {
  return choices.find((choice) => choice === stored) ?? usual
}

/** The items of a list that can be read; `read` answers null for the others. */
export function readList<Item>(stored: unknown, read: (stored: unknown) => Item | null): Item[] {
  if (!Array.isArray(stored)) return []
  return stored.map(read).filter((item): item is NonNullable<typeof item> => item !== null)
}

/** What is stored for each name. */
export function readByName<Item>(stored: unknown, read: (stored: unknown) => Item): ReadonlyMap<string, Item> {
  return new Map(Object.entries(readRecord(stored)).map(([name, item]) => [name, read(item)]))
}

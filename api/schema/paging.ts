import { badInput } from './errors.ts'

/** How many items a page has when the caller does not say. */
export const DEFAULT_PAGE = 50
/** The largest page that is answered. */
export const LARGEST_PAGE = 500

/** The four arguments of a Relay connection, as they arrive. */
export interface PageArgs {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

/** What `first`, `after`, `last` and `before` ask for, checked. */
export interface Page {
  size: number
  /** True for `last`: the page is the end of the list, not its beginning. */
  backward: boolean
  after: string | null
  before: string | null
}

/** One item with its place in the list. */
export interface Edge<Node> {
  cursor: string
  node: Node
}

/** One page of a list, in the form that the Relay plug-in draws from. */
export interface Connection<Node> {
  edges: Edge<Node>[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** Runs the count; called only when the field is asked for. */
  totalCount: () => Promise<number>
}

/** Checks the arguments of a connection. Without `first` and `last` it is the first 50. Throws BAD_INPUT. */
export function readPage({ first, after, last, before }: PageArgs): Page {
  if (typeof first === 'number' && typeof last === 'number') {
    throw badInput('Ask for "first" or for "last", not for both: the answer would be ambiguous.')
  }
  for (const [name, value] of Object.entries({ first, last })) {
    if (typeof value !== 'number') continue
    if (value < 0) throw badInput(`"${name}" is ${value}. Ask for a number from 0 to ${LARGEST_PAGE}.`)
    if (value > LARGEST_PAGE) {
      throw badInput(
        `"${name}" is ${value}, the largest page has ${LARGEST_PAGE} items. Ask for more of them page by page.`,
      )
    }
  }
  return {
    size: first ?? last ?? DEFAULT_PAGE,
    backward: typeof last === 'number',
    after: after ?? null,
    before: before ?? null,
  }
}

/**
 * A place in a list: the values that it is sorted by, and the name of the order, so that it is not taken for a place in
 * another one. Opaque to callers.
 */
export function encodeCursor(order: string, place: readonly string[]): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url')
}

/**
 * The place that a cursor names. Throws BAD_INPUT for what is not a cursor of this order; `isPlace` says whether the values
 * can be a place at all, so that nothing else reaches the database.
 */
export function decodeCursor(order: string, cursor: string, isPlace: (place: string[]) => boolean): string[] {
  const [from, ...place] = readStrings(cursor)
  if (from === undefined || encodeCursor(from, place) !== cursor) {
    throw badInput(`"${shorten(cursor)}" is not a cursor. Use one that an answer gave, unchanged.`)
  }
  if (from !== order || !isPlace(place)) {
    throw badInput(`The cursor "${shorten(cursor)}" comes from another order. Begin again without it.`)
  }
  return place
}

/** What a page needs besides its rows. */
interface PageParts<Node> {
  page: Page
  cursorOf: (row: Node) => string
  totalCount: () => Promise<number>
  /** False when nobody asks for the cursors of the items: most lists show none, and making them is a tenth of the work. */
  hasCursors?: boolean
}

/**
 * Makes a page from the rows that were read: in the direction of reading, and one more than the page has, when there is one.
 *
 * The extra row tells whether the list goes on in the direction of reading. In the other direction it does so when the page
 * began at a cursor: the item that the cursor came from is there. That costs no statement.
 */
export function toConnection<Node>(
  rows: readonly Node[],
  { page, cursorOf, totalCount, hasCursors = true }: PageParts<Node>,
): Connection<Node> {
  const more = rows.length > page.size
  const kept = rows.slice(0, page.size)
  if (page.backward) kept.reverse()
  const cursorAt = (index: number) => (kept.length === 0 ? null : cursorOf(kept.at(index)!))
  return {
    edges: kept.map((node) => ({ node, cursor: hasCursors ? cursorOf(node) : '' })),
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      get startCursor() {
        return cursorAt(0)
      },
      get endCursor() {
        return cursorAt(-1)
      },
    },
    totalCount,
  }
}

/** The texts in a cursor; empty when it has none. Decoding base64url never fails, it only yields nonsense. */
function readStrings(cursor: string): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : []
  } catch {
    return []
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}

import { isUuid } from '../lib/is-uuid.ts'
import { decodeCursor, encodeCursor } from './paging.ts'

/** Where an item stands in a list that is ordered by a moment, and by the id where moments are equal. */
export interface MomentPlace {
  at: Date
  /** A uuid. */
  id: string
}

/** The cursor of a place in a list with this order. */
export function momentCursor(order: string, { at, id }: MomentPlace): string {
  return encodeCursor(order, [at.toISOString(), id])
}

/** The place that a cursor of `momentCursor` stands for. Throws badInput for one of another order, and for one that was made up. */
export function readMomentCursor(order: string, cursor: string): MomentPlace {
  const isPlace = ([at, id, ...more]: string[]) =>
    more.length === 0 &&
    /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(at ?? '') &&
    !Number.isNaN(Date.parse(at!)) &&
    isUuid(id ?? '')
  const [at, id] = decodeCursor(order, cursor, isPlace)
  return { at: new Date(at!), id: id! }
}

import type { Piece, Pieces } from '../../db/pieces.ts'
import type { Dimension } from './catalog.ts'

/** One element of a key `k.key`, or of its texts for people. Spelled out: a number put into a statement would be a parameter. */
export function keyPart(sql: Pieces, index: number, of: 'key' | 'label' = 'key'): Piece {
  const array = sql(`k.${of}`)
  const parts = [
    sql`${array}[1]`,
    sql`${array}[2]`,
    sql`${array}[3]`,
    sql`${array}[4]`,
    sql`${array}[5]`,
    sql`${array}[6]`,
  ]
  const part = parts[index]
  if (!part) throw new RangeError(`A key has at most ${parts.length} elements, not ${index + 1}.`)
  return part
}

/** One element of a key, as it is told and ordered: keys are of texts. */
export function typedKeyPart(sql: Pieces, { binned }: Dimension, index: number): Piece {
  return binned ? sql`${keyPart(sql, index)}::float8` : keyPart(sql, index)
}

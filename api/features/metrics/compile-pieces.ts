import type { Piece, Pieces } from '../../db/pieces.ts'

/** Puts pieces of SQL one after the other. */
export function concat(sql: Pieces, pieces: readonly Piece[]): Piece {
  return pieces.reduce((all, piece) => sql`${all}${piece}`, sql``)
}

/** Puts pieces of SQL one after the other with commas between them. */
export function commaList(sql: Pieces, pieces: readonly Piece[]): Piece {
  return pieces.reduce((all, piece, index) => (index === 0 ? piece : sql`${all}, ${piece}`), sql``)
}

/**
 * The name `<letter><number>` inside a statement, such as `d1` for the first dimension; with `of`, that column of a table.
 * Letters: dimension, label, aggregate, measure, compared measure.
 */
export function alias(sql: Pieces, letter: 'd' | 'l' | 'a' | 'm' | 'c', index: number, of?: string) {
  const name = `${letter}${index + 1}`
  return sql(of ? `${of}.${name}` : name)
}

/** How an ordering of the answer ends. Texts are ordered by code point, so that all engines and locales agree. */
export function ordering(sql: Pieces, value: Piece, { isText, isDown }: { isText: boolean; isDown: boolean }): Piece {
  return sql`${value}${isText ? sql` collate "C"` : sql``}${isDown ? sql` desc` : sql``} nulls last`
}

import type { Fragment, Sql } from '../../db/client.ts'

/** Puts pieces of SQL one after the other. */
export function concat(sql: Sql, pieces: readonly Fragment[]): Fragment {
  return pieces.reduce((all, piece) => sql`${all}${piece}`, sql``)
}

/** Puts pieces of SQL one after the other with commas between them. */
export function commaList(sql: Sql, pieces: readonly Fragment[]): Fragment {
  return pieces.reduce((all, piece, index) => (index === 0 ? piece : sql`${all}, ${piece}`), sql``)
}

/** The name `<letter><number>` inside a statement, such as `m1` for the first measure; with `of`, that column of a table. */
export function alias(sql: Sql, letter: 'd' | 'l' | 'm' | 'c', index: number, of?: string) {
  const name = `${letter}${index + 1}`
  return sql(of ? `${of}.${name}` : name)
}

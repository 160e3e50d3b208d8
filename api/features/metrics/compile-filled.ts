import type { Piece, Pieces } from '../../db/pieces.ts'
import { keyPart } from './compile-key-part.ts'
import { needsWholes } from './compile-values.ts'
import type { Plan } from './plan.ts'

/** Every bucket of every key, joined with what its group has, if there is one. */
export function filledFrom(sql: Pieces, plan: Plan): Piece {
  const group = (name: string) => sql`
    left join ${sql(name)} on ${sql(name)}.bucket_number = b.number and ${sql(name)}.key = k.key`
  const whole = (name: string, of: string) => sql`
    left join ${sql(of)} as ${sql(name)} on ${sql(name)}.bucket_number = b.number and ${sql(name)}.key is null`
  const wholes = needsWholes(plan)
  return sql`
    from buckets as b
    cross join keys as k${group('current')}${wholes ? whole('current_whole', 'current') : sql``}
    ${plan.compared ? sql`${group('compared')}${wholes ? whole('compared_whole', 'compared') : sql``}` : sql``}`
}

/** A text for the key of all keys that are not among the plan's top ones; null for the others. */
export function otherMark(sql: Pieces, { top, dimensions }: Plan): Piece {
  return top === null ? sql`null::text` : keyPart(sql, dimensions.length)
}

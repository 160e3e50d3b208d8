import type { Piece, Pieces } from '../../db/pieces.ts'
import { filledFrom, otherMark } from './compile-filled.ts'
import { bucketsOf } from './compile-groups.ts'
import { keyPart } from './compile-key-part.ts'
import { keysAndGroups } from './compile-keys.ts'
import { alias, concat } from './compile-pieces.ts'
import { valuesOf } from './compile-values.ts'
import type { Plan } from './plan.ts'

/**
 * The one statement that answers a question as series: for each key, best first, every bucket in order. Its columns: how
 * many keys there are without the limit, a text when this one stands for the others, the parts of the key, their labels, the
 * measures, the compared measures.
 */
export function compileSeries(sql: Pieces, plan: Plan): Piece {
  const keyParts = plan.dimensions.map((_, i) => sql`, ${keyPart(sql, i)} as ${alias(sql, 'd', i)}`)
  const labels = plan.dimensions.map((_, i) => sql`, ${keyPart(sql, i, 'label')} as ${alias(sql, 'l', i)}`)
  return sql`
    /* series */
    with buckets as (${bucketsOf(sql, plan)}),
    ${keysAndGroups(sql, plan, { ranked: true })}
    select k.total, ${otherMark(sql, plan)} as other${concat(sql, keyParts)}${concat(sql, labels)}${valuesOf(sql, plan)}
    ${filledFrom(sql, plan)}
    order by k.place, b.number`
}

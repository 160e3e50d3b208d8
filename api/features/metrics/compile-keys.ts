import type { Piece, Pieces } from '../../db/pieces.ts'
import { type Grouping, groupsOf } from './compile-groups.ts'
import { commaList } from './compile-pieces.ts'
import { type GroupNames, rankedFrom, ranksBy } from './compile-rank.ts'
import { needsWholes } from './compile-values.ts'
import type { Plan } from './plan.ts'

const BUCKETS: GroupNames = { current: 'current', compared: 'compared' }
const TOTALS: GroupNames = { current: 'totals', compared: 'compared_totals' }

/**
 * CTEs: `keys`, and `current` and `compared` with their groups. With `ranked`, and where others are put together, keys have
 * a `place` and the `total` number of keys, and the limit of the plan has been applied to them.
 */
export function keysAndGroups(sql: Pieces, plan: Plan, { ranked }: { ranked: boolean }): Piece {
  if (plan.top !== null) return topKeysAndGroups(sql, plan, plan.top)
  const isRanked = ranked && plan.dimensions.length > 0
  const grouping = { perBucket: true, totals: isRanked, wholes: needsWholes(plan), others: false }
  const groups = sql`
    ${groupsIn(sql, plan, BUCKETS, { current: grouping, compared: { ...grouping, totals: isRanked && ranksBy(plan, 'CHANGE') } })}`
  if (!ranked) return sql`${groups}, keys as (${keysIn(sql, plan, BUCKETS)})`
  return sql`${groups},
    found as (${keysIn(sql, plan, BUCKETS)}),
    keys as (${rankedFrom(sql, plan, BUCKETS, plan.limit)})`
}

/**
 * The top keys, and one for all others when there are any. Rows are read once to rank the keys, and once more to count the
 * others together: their rate or percentile cannot be had from those of each.
 */
function topKeysAndGroups(sql: Pieces, plan: Plan, top: number): Piece {
  const forRank = { perBucket: false, totals: true, wholes: ranksBy(plan, 'SHARE'), others: false }
  const forAnswer = { perBucket: true, totals: false, wholes: needsWholes(plan), others: true }
  const values = plan.dimensions.map(() => sql`null`)
  const other = sql`array[${commaList(sql, [...values, sql`'other'`])}]`
  return sql`
    ${groupsIn(sql, plan, TOTALS, { current: forRank, compared: forRank })},
    found as (${keysIn(sql, plan, TOTALS)}),
    top as (${rankedFrom(sql, plan, TOTALS, top)}),
    keys as (
      select key, label, place, total from top
      union all
      select ${other}, ${other}, max(place) + 1, max(total) from top having max(total) > max(place)
    ),
    ${groupsIn(sql, plan, BUCKETS, { current: forAnswer, compared: forAnswer })}`
}

function groupsIn(
  sql: Pieces,
  plan: Plan,
  names: GroupNames,
  groupings: { current: Grouping; compared: Grouping },
): Piece {
  const current = sql`${sql(names.current)} as (${groupsOf(sql, plan, plan.period, groupings.current)})`
  if (!plan.compared) return current
  return sql`${current},
    ${sql(names.compared)} as (${groupsOf(sql, plan, plan.compared, groupings.compared)})`
}

/** All keys that have rows in the period or in the compared one; without dimensions there is one key, also without rows. */
function keysIn(sql: Pieces, { dimensions, compared, top }: Plan, names: GroupNames): Piece {
  if (dimensions.length === 0) return sql`select array[]::text[] as key, array[]::text[] as label`
  const columns = top === null ? sql`key, label` : sql`key, label, raw`
  const keys = (name: string) => sql`select ${columns} from ${sql(name)} where key is not null`
  return compared
    ? sql`${keys(names.current)} union ${keys(names.compared)}`
    : sql`${keys(names.current)} group by ${columns}`
}

import type { Piece, Pieces } from '../../db/pieces.ts'
import { partialsOf } from './compile-partials.ts'
import { alias, commaList, concat } from './compile-pieces.ts'
import type { Plan } from './plan.ts'
import { coveredHours, type Period, startsOf } from './range.ts'

/**
 * The buckets: number (from 1), beginning, and the hours of it that belong to the range and have passed. They are counted
 * out in TypeScript and sent as arrays, so that the database needs to know nothing of time zones.
 */
export function bucketsOf(sql: Pieces, { period, compared, asOf }: Plan): Piece {
  const hours = coveredHours(period, asOf.getTime())
  const comparedHours = coveredHours(compared ?? period, asOf.getTime())
  return sql`
    select b.number, b.time, b.hours, b.compared_hours
    from unnest(${startsOf(period)}::timestamptz[], ${hours}::float8[], ${comparedHours}::float8[])
      with ordinality as b (time, hours, compared_hours, number)`
}

/** Which groups are made besides one for each key. */
export interface Grouping {
  /** One for each bucket of each key. */
  perBucket: boolean
  /** One for each key, for the whole period: its bucket number is null. */
  totals: boolean
  /** The same for all keys together: the key is null. */
  wholes: boolean
  /** True: keys that are not in `top` are one key. */
  others: boolean
}

/**
 * The rows of a period in groups, those that have rows. A key is the array of the values of all dimensions, because arrays
 * with nulls in them equal each other and can be joined by hashing. Where the plan puts others together, it has one element
 * more, which only the key of the others fills.
 */
export function groupsOf(sql: Pieces, plan: Plan, period: Period, grouping: Grouping): Piece {
  const { dimensions, aggregates, top } = plan
  const values = dimensions.map((_, i) => sql`, ${alias(sql, 'd', i)}`)
  const counted = aggregates.map(({ aggregate }, i) => sql`, ${aggregate(sql)} as ${alias(sql, 'a', i)}`)
  const results = aggregates.map((_, i) => sql`, ${alias(sql, 'a', i, 'g')}`)
  const isOther = grouping.others ? sql`, is_other` : sql`, false as is_other`
  const isWhole = grouping.wholes ? sql`, grouping(${alias(sql, 'd', 0)}) = 1 as is_whole` : sql``
  const key = textsOf(sql, plan, 'value')
  return sql`
    select g.bucket_number, ${grouping.wholes ? sql`case when not g.is_whole then ${key} end` : key} as key,
      ${textsOf(sql, plan, 'label')} as label
      ${top === null ? sql`` : sql`, ${rawOf(sql, plan, 'g')} as raw`}${concat(sql, results)}
    from (
      select ${grouping.perBucket ? sql`width_bucket(r.at, ${startsOf(period)}::timestamptz[])` : sql`null::integer`} as bucket_number
        ${concat(sql, values)}${top === null ? sql`` : isOther}${isWhole}
        ${concat(sql, counted)}
      from ${grouping.others ? othersIn(sql, plan, period) : partialsOf(sql, plan, period)}
      group by ${setsOf(sql, plan, grouping)}
    ) as g
    ${lookupsOf(sql, plan)}`
}

function setsOf(sql: Pieces, { dimensions }: Plan, { perBucket, totals, wholes, others }: Grouping): Piece {
  const key = [...(others ? [sql`is_other`] : []), ...dimensions.map((_, i) => sql`${alias(sql, 'd', i)}`)]
  const bucket = sql`bucket_number`
  const sets = [
    ...(perBucket ? [[bucket, ...key]] : []),
    ...(totals ? [key] : []),
    ...(perBucket && wholes ? [[bucket]] : []),
    ...(totals && wholes ? [[]] : []),
  ].map((set) => commaList(sql, set))
  if (sets.length === 1) return sets[0]!
  const listed = sets.map((set) => sql`(${set})`)
  return sql`grouping sets (${commaList(sql, listed)})`
}

/** The partials, with no values in those whose key is not among the top ones. */
function othersIn(sql: Pieces, plan: Plan, period: Period): Piece {
  const values = plan.dimensions.map((_, i) => {
    return sql`, case when top.raw is not null then ${alias(sql, 'd', i, 'r')} end as ${alias(sql, 'd', i)}`
  })
  const partials = plan.dataset.partials.map(({ name }) => sql`, ${sql(`r.${name}`)}`)
  return sql`(
    select r.at, top.raw is null as is_other${concat(sql, values)}${concat(sql, partials)}
    from ${partialsOf(sql, plan, period)}
    left join top on top.raw = ${rawOf(sql, plan, 'r')}
  ) as r`
}

/** What rows are grouped by, before texts are looked up: enough to tell keys apart. */
function rawOf(sql: Pieces, { dimensions }: Plan, of: 'r' | 'g'): Piece {
  return sql`array[${commaList(
    sql,
    dimensions.map((_, i) => sql`${alias(sql, 'd', i, of)}::text`),
  )}]`
}

/** The values of a group, or the texts for people, as an array: `array[g.d1::text, p2.key]`. */
function textsOf(sql: Pieces, { dimensions, top }: Plan, kind: 'value' | 'label'): Piece {
  const texts = dimensions.map(({ lookup }, i) => {
    return lookup ? sql`${sql(`p${i + 1}.${lookup[kind]}`)}` : sql`${alias(sql, 'd', i, 'g')}::text`
  })
  const mark = sql`case when g.is_other then 'other' end`
  return sql`array[${commaList(sql, top === null ? texts : [...texts, mark])}]::text[]`
}

function lookupsOf(sql: Pieces, { dimensions, reach }: Plan): Piece {
  const joins = dimensions.map(({ lookup }, i) => {
    if (!lookup) return sql``
    return sql`
      left join ${sql(lookup.relation)} as ${sql(`p${i + 1}`)}
        on ${sql(`p${i + 1}.organization_id`)} = ${reach.organizationId}
        and ${sql(`p${i + 1}.${lookup.id}`)} = ${alias(sql, 'd', i, 'g')}`
  })
  return concat(sql, joins)
}

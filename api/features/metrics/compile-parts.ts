import type { Fragment, Sql } from '../../db/client.ts'
import type { Measure } from './catalog.ts'
import { partialsOf } from './compile-partials.ts'
import { alias, commaList, concat } from './compile-pieces.ts'
import type { Plan } from './plan.ts'
import { coveredHours, type Period } from './range.ts'

/** Where the buckets of a period begin, for `width_bucket` and for the axis. */
function startsOf(period: Period): string[] {
  return period.edges.slice(0, -1).map((edge) => new Date(edge).toISOString())
}

/**
 * The buckets: number (from 1), beginning, and the hours of it that belong to the range and have passed. They are counted
 * out in TypeScript and sent as arrays, so that the database needs to know nothing of time zones.
 */
export function bucketsOf(sql: Sql, { period, compared, asOf }: Plan): Fragment {
  const hours = coveredHours(period, asOf.getTime())
  const comparedHours = coveredHours(compared ?? period, asOf.getTime())
  return sql`
    select b.number, b.time, b.hours, b.compared_hours
    from unnest(${startsOf(period)}::timestamptz[], ${hours}::float8[], ${comparedHours}::float8[])
      with ordinality as b (time, hours, compared_hours, number)`
}

/**
 * The rows of a period in groups: one for each bucket and key that has rows. A key is the array of the values of all
 * dimensions, because arrays with nulls in them equal each other and can be joined by hashing. With `totals` each key has
 * one group more, for the whole period: its bucket number is null.
 */
export function groupsOf(sql: Sql, plan: Plan, period: Period, { totals }: { totals: boolean }): Fragment {
  const { dimensions, measures } = plan
  const values = dimensions.map((_, i) => sql`, ${alias(sql, 'd', i)}`)
  const aggregates = measures.map(({ aggregate }, i) => sql`, ${aggregate(sql)} as ${alias(sql, 'm', i)}`)
  const results = measures.map((_, i) => sql`, ${alias(sql, 'm', i, 'g')}`)
  return sql`
    select g.bucket_number, ${textsOf(sql, plan, 'value')} as key, ${textsOf(sql, plan, 'label')} as label
      ${concat(sql, results)}
    from (
      select width_bucket(r.at, ${startsOf(period)}::timestamptz[]) as bucket_number
        ${concat(sql, values)}
        ${concat(sql, aggregates)}
      from ${partialsOf(sql, plan, period)}
      group by ${groupingOf(sql, plan, totals)}
    ) as g
    ${lookupsOf(sql, plan)}`
}

function groupingOf(sql: Sql, { dimensions }: Plan, totals: boolean): Fragment {
  const values = dimensions.map((_, i) => sql`${alias(sql, 'd', i)}`)
  const perBucket = commaList(sql, [sql`bucket_number`, ...values])
  return totals ? sql`grouping sets ((${perBucket}), (${commaList(sql, values)}))` : perBucket
}

/** The values of a group, or the texts for people, as an array: `array[g.d1::text, p2.key]`. */
function textsOf(sql: Sql, { dimensions }: Plan, kind: 'value' | 'label'): Fragment {
  const texts = dimensions.map(({ lookup }, i) => {
    return lookup ? sql`${sql(`p${i + 1}.${lookup[kind]}`)}` : sql`${alias(sql, 'd', i, 'g')}::text`
  })
  return sql`array[${commaList(sql, texts)}]::text[]`
}

function lookupsOf(sql: Sql, { dimensions, reach }: Plan): Fragment {
  const joins = dimensions.map(({ lookup }, i) => {
    if (!lookup) return sql``
    return sql`
      left join ${sql(lookup.relation)} as ${sql(`p${i + 1}`)}
        on ${sql(`p${i + 1}.organization_id`)} = ${reach.organizationId}
        and ${sql(`p${i + 1}.${lookup.id}`)} = ${alias(sql, 'd', i, 'g')}`
  })
  return concat(sql, joins)
}

/** All keys that have rows in the period or in the compared one; without dimensions there is one key, also without rows. */
export function keysOf(sql: Sql, { dimensions, compared }: Plan): Fragment {
  if (dimensions.length === 0) return sql`select array[]::text[] as key, array[]::text[] as label`
  const current = sql`select key, label from current`
  return compared ? sql`${current} union select key, label from compared` : sql`${current} group by key, label`
}

/** Every bucket of every key, with the values of its group, or with what an empty group has. */
export function filledFrom(sql: Sql, plan: Plan, keys: 'keys' | 'ranked'): Fragment {
  const join = (name: Fragment) => sql`${name} on ${name}.bucket_number = b.number and ${name}.key = k.key`
  return sql`
    from buckets as b
    cross join ${sql(keys)} as k
    left join ${join(sql`current`)}
    ${plan.compared ? sql`left join ${join(sql`compared`)}` : sql``}`
}

/** The values of all measures, and of the compared ones, as `, value as m1, value as m2, value as c1 ...`. */
export function valuesOf(sql: Sql, { measures, compared }: Plan): Fragment {
  const values = measures.map((measure, i) => {
    return sql`, ${valueOf(sql, measure, alias(sql, 'm', i, 'current'), sql`b.hours`)} as ${alias(sql, 'm', i)}`
  })
  const others = measures.map((measure, i) => {
    return sql`, ${valueOf(sql, measure, alias(sql, 'm', i, 'compared'), sql`b.compared_hours`)} as ${alias(sql, 'c', i)}`
  })
  return concat(sql, compared ? [...values, ...others] : values)
}

/** A bucket that has not begun has no value: its 0 would be a guess. */
function valueOf(sql: Sql, measure: Measure, group: ReturnType<typeof alias>, hours: Fragment): Fragment {
  if (measure.perHour) return sql`coalesce(${group}, 0) / nullif(${hours}, 0)`
  if (measure.empty === 0) return sql`coalesce(${group}, case when ${hours} > 0 then 0 end)`
  return sql`${group}`
}

/** One value of a key `k.key`. Spelled out, because a number put into a statement would be a parameter. */
export function keyPart(sql: Sql, index: number): Fragment {
  const parts = [sql`k.key[1]`, sql`k.key[2]`, sql`k.key[3]`, sql`k.key[4]`, sql`k.key[5]`]
  const part = parts[index]
  if (!part) throw new RangeError(`A key has at most ${parts.length} parts, not ${index + 1}.`)
  return part
}

/** How an ordering of the answer ends. Texts are ordered by code point, so that all engines and locales agree. */
export function ordering(
  sql: Sql,
  value: Fragment,
  { isText, isDown }: { isText: boolean; isDown: boolean },
): Fragment {
  return sql`${value}${isText ? sql` collate "C"` : sql``}${isDown ? sql` desc` : sql``} nulls last`
}

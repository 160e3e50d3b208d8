import type { Piece, Pieces } from '../../db/pieces.ts'
import { isoTimes } from '../../lib/iso-time.ts'
import { HOUR_MS } from '../../lib/zoned-time.ts'
import type { PartialColumn, Rollup } from './catalog.ts'
import { alias, concat } from './compile-pieces.ts'
import { whereOf } from './compile-where.ts'
import type { Plan } from './plan.ts'
import type { Period } from './range.ts'
import { dimensionsUsed, rollupFor } from './rollup-for.ts'
import { type Cut, type Span, splitPeriod, type SplitPeriod } from './split-period.ts'

/**
 * The partial aggregates of a period, as `(select ...) as r`: at, d1, d2 ..., and the dataset's partials. They
 * are taken from the coarsest rollup that answers exactly:
 *
 * - days of UTC that no bucket's edge cuts, and whose jobs have not changed since the rollup was made,
 * - hours of the other days, under the same condition,
 * - single rows of the hours that are left.
 *
 * Questions that the rollup cannot answer are answered from the rows alone. All is one statement, and so one moment: marks,
 * rollups and rows are seen as they were together.
 */
export function partialsOf(sql: Pieces, plan: Plan, period: Period): Piece {
  const rollup = rollupFor(plan)
  const split = splitPeriod(period)
  if (!rollup || !split) return sql`(${rowsBetween(sql, plan, period)}) as r`
  const parts: Parts = { plan, period, rollup, split }
  return sql`(
    with stale as materialized (${staleHours(sql, parts)})
    ${split.days ? sql`${fromDays(sql, parts, split.days)} union all` : sql``}
    ${fromHours(sql, parts)}
    union all
    ${fromRows(sql, parts)}
  ) as r`
}

interface Parts {
  plan: Plan
  period: Period
  rollup: Rollup
  split: SplitPeriod
}

/** Whether rollups have to tell pipelines apart. */
function isPerPipeline(plan: Plan): boolean {
  return (
    plan.reach.pipelines !== null ||
    dimensionsUsed(plan).some(({ name }) => name === 'pipeline') ||
    plan.aggregates.some((measure) => measure.perPipeline)
  )
}

function staleHours(sql: Pieces, { plan, period }: Parts): Piece {
  return sql`
    select hour, date_bin('1 day', hour, 'epoch') as day from changed_hours
    where organization_id = ${plan.reach.organizationId}
      and hour > ${moment(period.from - HOUR_MS)} and hour < ${moment(period.to)}
    group by hour`
}

function fromDays(sql: Pieces, parts: Parts, days: Span): Piece {
  const { rollup, split } = parts
  return sql`
    ${selectRollup(sql, parts, sql`${sql(rollup.day)} as r`)}
    where ${rollupWhere(sql, parts)} and r.at >= ${moment(days.from)} and r.at < ${moment(days.to)}
      and r.at <> all(${isoTimes(split.hours.units)}::timestamptz[]) and r.at not in (select day from stale)`
}

function fromHours(sql: Pieces, parts: Parts): Piece {
  const { rollup, split } = parts
  const stale = sql`select distinct day as begins, day + interval '1 day' as ends from stale`
  return sql`
    ${selectRollup(
      sql,
      parts,
      sql`${spansOf(sql, split.hours, stale)} cross join lateral (
      select * from ${sql(rollup.hour)} as r
      where ${rollupWhere(sql, parts)} and ${withinSpan(sql, 'at', parts)}
        and r.at <> all(${isoTimes(split.rows.units)}::timestamptz[]) and r.at not in (select hour from stale)
      offset 0
    ) as r`,
    )}`
}

function fromRows(sql: Pieces, parts: Parts): Piece {
  const { plan, split } = parts
  const stale = sql`select hour as begins, hour + interval '1 hour' as ends from stale`
  return sql`
    ${selectRows(
      sql,
      plan,
      sql`${spansOf(sql, split.rows, stale)} cross join lateral (
      select * from ${plan.dataset.rows(sql)}
      where ${whereOf(sql, plan)} and ${withinSpan(sql, plan.dataset.timeColumn, parts)}
      offset 0
    ) as r`,
    )}`
}

/** The stretches of time that units which are cut, or out of date, make up. They do not overlap. */
function spansOf(sql: Pieces, { units, spans }: Cut, stale: Piece): Piece {
  const [from, to] = [spans.map((span) => span.from), spans.map((span) => span.to)]
  return sql`(
    select * from unnest(${isoTimes(from)}::timestamptz[], ${isoTimes(to)}::timestamptz[]) as cut (begins, ends)
    union all
    select * from (${stale}) as changed where begins <> all(${isoTimes(units)}::timestamptz[])
  ) as spans`
}

/** Read span by span (an `offset 0` keeps it so): the planner takes them for many. The period tells which chunks to open. */
function withinSpan(sql: Pieces, column: string, { period }: Parts): Piece {
  const time = sql(`r.${column}`)
  return sql`${time} >= spans.begins and ${time} < spans.ends
    and ${time} >= ${moment(period.from)} and ${time} < ${moment(period.to)}`
}

function rowsBetween(sql: Pieces, plan: Plan, period: Period): Piece {
  const time = sql(`r.${plan.dataset.timeColumn}`)
  return sql`
    ${selectRows(sql, plan, plan.dataset.rows(sql))}
    where ${whereOf(sql, plan)} and ${time} >= ${moment(period.from)} and ${time} < ${moment(period.to)}`
}

function selectRows(sql: Pieces, plan: Plan, from: Piece): Piece {
  const time = sql`${sql(`r.${plan.dataset.timeColumn}`)}`
  return sql`select ${columnsOf(sql, plan, { time, of: (column) => column.ofRow(sql) })} from ${from}`
}

function selectRollup(sql: Pieces, { plan }: Parts, from: Piece): Piece {
  const of = (column: PartialColumn) => column.ofRollup?.(sql) ?? sql`${sql(`r.${column.name}`)}`
  return sql`select ${columnsOf(sql, plan, { time: sql`r.at`, of })} from ${from}`
}

function rollupWhere(sql: Pieces, { plan }: Parts): Piece {
  return sql`${whereOf(sql, plan)} and ${isPerPipeline(plan) ? sql`r.pipeline_id > 0` : sql`r.pipeline_id = 0`}`
}

interface Source {
  time: Piece
  of: (column: PartialColumn) => Piece
}

function columnsOf(sql: Pieces, { dataset, dimensions }: Plan, { time, of }: Source): Piece {
  const values = dimensions.map(({ value }, i) => sql`, ${value(sql)} as ${alias(sql, 'd', i)}`)
  const partials = dataset.partials.map((column) => sql`, ${of(column)} as ${sql(column.name)}`)
  return sql`${time} as at${concat(sql, values)}${concat(sql, partials)}`
}

function moment(at: number): Date {
  return new Date(at)
}

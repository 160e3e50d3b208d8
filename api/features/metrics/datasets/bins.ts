import type { Dimension, SqlPiece, Unit } from '../catalog.ts'

/** R10 of ISO 3: ten numbers to each power of ten, each about a quarter more than the one before. */
const R10 = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8] as const
const [LEAST_POWER, GREATEST_POWER] = [-4, 9]

/** Where bins begin, upwards: the same for all numbers, so that answers of different times and parts have the same bins. */
export const BIN_EDGES: readonly number[] = binEdges()
/** Where one bin ends and the next begins: what is below the first of these is in the lowest bin. */
const BOUNDARIES = BIN_EDGES.slice(1)

function binEdges(): number[] {
  const powers = Array.from({ length: GREATEST_POWER - LEAST_POWER + 1 }, (_, i) => LEAST_POWER + i)
  // Read from text, as a person would write it: 1.6 times a power of ten is not always the nearest number to that.
  const above = powers.flatMap((power) => R10.map((number) => Number(`${number}e${power}`)))
  return [...above.map((edge) => -edge).reverse(), 0, ...above]
}

/**
 * A number as something to split by: the bin that it lies in, by its lower edge. A bin has its lower edge in it and not its
 * upper one, which is the next edge; null where a row has no number.
 */
export function binsOf(
  number: SqlPiece,
  { name, title, what, unit }: { name: string; title: string; what: string; unit: Unit },
): Dimension {
  const value: SqlPiece = (sql) => {
    return sql`(${BIN_EDGES}::float8[])[1 + width_bucket((${number(sql)})::float8, ${BOUNDARIES}::float8[])]`
  }
  return {
    name,
    title,
    description: `${what}, in ten bins to each power of ten: 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8. A value is the lower edge of its bin.`,
    type: 'FLOAT',
    cardinality: 'SOME',
    binned: unit,
    value,
    oneOf: (sql, values) => sql`(${value(sql)})::text = any(${[...values]}::text[])`,
  }
}

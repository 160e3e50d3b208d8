import type { Change, Cut, Group, Ratio } from './change.ts'

/** What the rows with the same values of all dimensions have of a measure. */
export interface CellOfMeasure {
  /** In the order of the dimensions; null is a value like others. */
  values: readonly (string | null)[]
  /** The sum, or the numerator of a quotient. */
  sum: number
  /** The denominator of a quotient; null for a sum. */
  of: number | null
}

/** A measure in two ranges, by all combinations of its dimensions. */
export interface MeasureTwice {
  dimensions: readonly string[]
  /** Whether it is a quotient of sums. */
  isQuotient: boolean
  before: readonly CellOfMeasure[]
  after: readonly CellOfMeasure[]
}

/**
 * The change of a measure between two ranges as `explainChange` takes it: its cells, put together for each dimension and for each
 * pair of them. So all cuts are of the same rows.
 *
 * In the unit of the measure. Without dimensions there are no cuts; without cells they have no groups.
 *
 * @example
 * changeOf({ dimensions: ['pipeline'], isQuotient: false, before: [{ values: ['a'], sum: 1, of: null }], after: [] })
 * // { measure: 'SUM', cuts: [{ dimensions: ['pipeline'], groups: [{ values: ['a'], before: 1, after: 0 }] }] }
 */
export function changeOf({ dimensions, isQuotient, before, after }: MeasureTwice): Change {
  const places = dimensions.map((_, place) => place)
  const pairs = places.flatMap((one) => places.slice(one + 1).map((other) => [one, other]))
  const cutsOf = <Partial>(
    toPartial: (cell: CellOfMeasure) => Partial,
    add: (a: Partial, b: Partial) => Partial,
    none: Partial,
  ) =>
    [...places.map((place) => [place]), ...pairs].map((cut): Cut<Partial> => ({
      dimensions: cut.map((place) => dimensions[place]!),
      groups: groupsOf(cut, { before, after }, { toPartial, add, none }),
    }))
  return isQuotient
    ? { measure: 'RATIO', cuts: cutsOf(toRatio, addRatios, { numerator: 0, denominator: 0 }) }
    : {
        measure: 'SUM',
        cuts: cutsOf(
          ({ sum }) => sum,
          (a, b) => a + b,
          0,
        ),
      }
}

interface Adding<Partial> {
  toPartial: (cell: CellOfMeasure) => Partial
  add: (a: Partial, b: Partial) => Partial
  none: Partial
}

function groupsOf<Partial>(
  cut: readonly number[],
  cells: Pick<MeasureTwice, 'before' | 'after'>,
  { toPartial, add, none }: Adding<Partial>,
): Group<Partial>[] {
  const groups = new Map<string, Group<Partial>>()
  for (const side of ['before', 'after'] as const) {
    for (const cell of cells[side]) {
      const values = cut.map((place) => cell.values[place]!)
      const key = JSON.stringify(values)
      const group = groups.get(key) ?? { values, before: none, after: none }
      groups.set(key, { ...group, [side]: add(group[side], toPartial(cell)) })
    }
  }
  return [...groups.values()]
}

function toRatio({ sum, of }: CellOfMeasure): Ratio {
  return { numerator: sum, denominator: of ?? 0 }
}

function addRatios(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }
}

import type { Change, Cut, Group, Ratio } from '../../../analytics/causes/change.ts'
import type { MeasureInParts } from '../metrics/index.ts'

type Part = MeasureInParts['parts'][number]

/**
 * The change of a measure between two ranges as `explainChange` takes it: its parts, put together for each dimension and for each
 * pair of them. All cuts are of the same rows, because they come from one statement for each range.
 */
export function changeOf(before: MeasureInParts, after: MeasureInParts): Change {
  const { dimensions } = before
  const places = dimensions.map((_, place) => place)
  const pairs = places.flatMap((one) => places.slice(one + 1).map((other) => [one, other]))
  const cutsOf = <Partial>(
    toPartial: (part: Part) => Partial,
    add: (a: Partial, b: Partial) => Partial,
    none: Partial,
  ) =>
    [...places.map((place) => [place]), ...pairs].map((cut): Cut<Partial> => ({
      dimensions: cut.map((place) => dimensions[place]!),
      groups: groupsOf(cut, { before: before.parts, after: after.parts }, { toPartial, add, none }),
    }))
  return before.isQuotient
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
  toPartial: (part: Part) => Partial
  add: (a: Partial, b: Partial) => Partial
  none: Partial
}

function groupsOf<Partial>(
  cut: readonly number[],
  parts: { before: readonly Part[]; after: readonly Part[] },
  { toPartial, add, none }: Adding<Partial>,
): Group<Partial>[] {
  const groups = new Map<string, Group<Partial>>()
  for (const side of ['before', 'after'] as const) {
    for (const part of parts[side]) {
      const values = cut.map((place) => part.values[place]!)
      const key = JSON.stringify(values)
      const group = groups.get(key) ?? { values, before: none, after: none }
      groups.set(key, { ...group, [side]: add(group[side], toPartial(part)) })
    }
  }
  return [...groups.values()]
}

function toRatio({ sum, of }: Part): Ratio {
  return { numerator: sum, denominator: of ?? 0 }
}

function addRatios(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }
}

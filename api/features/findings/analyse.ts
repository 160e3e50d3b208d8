import { calendarPeriods } from '../../../analytics/seasons/calendar-periods.ts'
import type { Outline } from '../../../analytics/outline.ts'
import { AVERAGE_MS } from '../../lib/average-length.ts'
import type { Services } from '../../schema/context.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import { partOf, type SeriesPart } from './series-part.ts'

/** What an analysis found, or a sentence that says why it could not tell. */
export type Finding<Found> = { found: Found; reason: null } | { found: null; reason: string }

/** What finding needs from outside. */
export type Analysing = Pick<Services, 'analyst'>

/** Analyses the complete buckets of a series. `find` gives null, or the values that it looked at, when these are too few. */
export async function analyse<Found>(
  series: AnsweredSeries,
  find: (part: SeriesPart) => Promise<Found | TooFew | null>,
): Promise<Finding<Found>> {
  const part = partOf(series)
  if (typeof part === 'string') return { found: null, reason: part }
  const found: Found | TooFew | null = await find(part)
  if (found === null) return { found: null, reason: explain(new TooFew(part.values, '')) }
  return found instanceof TooFew ? { found: null, reason: explain(found) } : { found, reason: null }
}

/** Values that say nothing, and which of a series they are, such as " since it last changed". */
export class TooFew {
  readonly values: Float64Array
  readonly which: string

  constructor(values: Float64Array, which: string) {
    this.values = values
    this.which = which
  }
}

const outlines = new WeakMap<SeriesPart, Promise<Outline>>()

/** Seasons, values without them, and change points: found once for all analyses of a series. */
export function outlineOf({ analyst }: Analysing, part: SeriesPart): Promise<Outline> {
  const outline =
    outlines.get(part) ?? analyst.analyse('outline', { values: part.values, candidates: candidatesOf(part) })
  outlines.set(part, outline)
  return outline
}

/** The periods that the calendar gives to buckets of this length, in buckets. */
export function candidatesOf({ every }: SeriesPart): number[] {
  return calendarPeriods(AVERAGE_MS[every])
}

function explain({ values, which }: TooFew): string {
  const known = values.filter(Number.isFinite).length
  const buckets = known === 1 ? '1 complete bucket has' : `${known} complete buckets have`
  return `Too few to tell: ${buckets} a value${which}. Ask for a longer range, or shorter buckets.`
}

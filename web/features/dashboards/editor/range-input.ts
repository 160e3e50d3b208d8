import type { CalendarPeriod, TimeRangeInput } from '../../../gql/graphql.ts'
import type { RangeDocument } from '../document.ts'

const periods: readonly CalendarPeriod[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']

/** A range of a document as the server takes it. A period that there is not is left out: the server then tells that the range has no beginning. */
export function rangeInput({ previous, current, ...rest }: RangeDocument): TimeRangeInput {
  return { ...rest, previous: readPeriod(previous), current: readPeriod(current) }
}

const readPeriod = (text: string | undefined): CalendarPeriod | undefined => periods.find((period) => period === text)

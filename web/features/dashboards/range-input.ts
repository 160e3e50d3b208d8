import type { CalendarPeriod, TimeRangeInput } from '../../gql/graphql.ts'
import type { RangeDocument } from './document.ts'

const periods = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly CalendarPeriod[]

/** A range of a document as it is sent. A period that the server does not know is left out, and the server says what is missing. */
export function rangeInput({ previous, current, ...rest }: RangeDocument): TimeRangeInput {
  return { ...rest, previous: periodOf(previous), current: periodOf(current) }
}

const periodOf = (name: string | undefined): CalendarPeriod | undefined => periods.find((known) => known === name)

import type { Calendar, Subject } from '../../../analytics/sentences/subject.ts'
import type { AnsweredSeries, Granularity } from '../metrics/index.ts'

/** What a finding in a series is about. */
export function subjectOf({ title, unit, key, labels, isOther }: AnsweredSeries): Subject {
  const named = labels.filter((_, i) => key[i]!.dimension !== 'currency').map((label) => label || 'none')
  const currency = key.find(({ dimension }) => dimension === 'currency')?.value ?? null
  return { title, unit, currency, of: isOther ? 'all others' : named.join(', ') || null }
}

interface Wording {
  /** Of the beginning of a bucket. */
  format: Intl.DateTimeFormatOptions
  /** Before its name. */
  preposition: string
}

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const
const TIME = { ...DATE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const WORDINGS: Record<Granularity, Wording> = {
  MINUTE: { format: TIME, preposition: 'at' },
  HOUR: { format: TIME, preposition: 'in the hour from' },
  DAY: { format: DATE, preposition: 'on' },
  WEEK: { format: DATE, preposition: 'in the week from' },
  MONTH: { format: { month: 'long', year: 'numeric' }, preposition: 'in' },
  QUARTER: { format: { month: 'long', year: 'numeric' }, preposition: 'in the quarter from' },
  YEAR: { format: { year: 'numeric' }, preposition: 'in' },
}

/** How the buckets of a series are called, in its time zone. */
export function calendarOf({ every, timezone }: { every: Granularity; timezone: string }): Calendar {
  const { format, preposition } = WORDINGS[every]
  const writer = new Intl.DateTimeFormat('en-GB', { ...format, timeZone: timezone })
  const name = (moment: number) => writer.format(moment).replace(' at ', ', ')
  return { bucket: every.toLowerCase(), name, when: (moment) => `${preposition} ${name(moment)}` }
}

import type { NamedRange, RangeChoice } from './range.ts'

/** One line of the list of presets. */
export type RangePreset = { label: string; choice: RangeChoice }

const last = (duration: string, label: string): RangePreset => ({ label, choice: { kind: 'last', duration } })
const named = (name: NamedRange, label: string): RangePreset => ({ label, choice: { kind: 'named', name } })

/** Presets that end now, shortest first. */
export const lastPresets: readonly RangePreset[] = [
  last('PT1H', 'Last hour'),
  last('PT6H', 'Last 6 hours'),
  last('PT24H', 'Last 24 hours'),
  last('P7D', 'Last 7 days'),
  last('P30D', 'Last 30 days'),
  last('P90D', 'Last 90 days'),
  last('P1Y', 'Last 12 months'),
]

/** Presets of the calendar, shortest first. */
export const calendarPresets: readonly RangePreset[] = [
  named('today', 'Today'),
  named('yesterday', 'Yesterday'),
  named('this-week', 'This week'),
  named('previous-week', 'Previous week'),
  named('this-month', 'This month'),
  named('previous-month', 'Previous month'),
  named('this-year', 'This year'),
]

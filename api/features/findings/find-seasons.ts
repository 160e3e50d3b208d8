import { seasonSentence } from '../../../analytics/sentences/season-sentence.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import { analyse, type Analysing, type Finding, outlineOf } from './analyse.ts'
import type { Season } from './season.ts'
import { calendarOf, subjectOf } from './words.ts'

/** The periods with which a series repeats itself, from the shortest to the longest. */
export function findSeasons(series: AnsweredSeries, deps: Analysing): Promise<Finding<Season[]>> {
  return analyse(series, async (part) => {
    const { periods } = await outlineOf(deps, part)
    const [subject, calendar] = [subjectOf(series), calendarOf(part)]
    return periods && periods.map((period) => ({ ...period, sentence: seasonSentence(subject, period, calendar) }))
  })
}

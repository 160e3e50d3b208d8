import { compareInWords } from './compare-in-words.ts'
import { endedWith } from './ended-with.ts'
import { formatValue } from './format-value.ts'
import { movement } from './movement.ts'
import { about, type Calendar, type Subject } from './subject.ts'

/** What is told of a change point. */
export interface ToldChange {
  kind: 'LEVEL' | 'SLOPE'
  at: number
  before: number
  after: number
  slopeBefore: number
  slopeAfter: number
}

/**
 * A change for good in one sentence: medians for a change of level, what a bucket adds for a change of slope.
 *
 * Values are in the unit of the subject; those that are not finite are a RangeError.
 *
 * @example
 * changeSentence(duration, change, calendar) // 'Duration rose from 1 min to 3 min 20 s on 12 November 2026: 3.3 times as long.'
 */
export function changeSentence(subject: Subject, change: ToldChange, calendar: Calendar): string {
  const { kind, at, before, after, slopeBefore, slopeAfter } = change
  if (kind === 'SLOPE') {
    const [was, is] = [inEach(slopeBefore, subject), inEach(slopeAfter, subject)]
    return `${about(subject)} went ${is} a ${calendar.bucket} from ${calendar.name(at)} on, and ${was} before.`
  }
  const sentence = `${movement(subject, before, after)} ${calendar.when(at)}`
  return endedWith(sentence, compareInWords(after, before, subject))
}

function inEach(slope: number, subject: Subject): string {
  return `${slope < 0 ? 'down' : 'up'} by ${formatValue(Math.abs(slope), subject)}`
}

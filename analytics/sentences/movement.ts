import { formatValue } from './format-value.ts'
import { about, type Subject } from './subject.ts'

/**
 * Where a value went, as the beginning of a sentence. Numbers that are not finite are a RangeError.
 *
 * @example
 * movement(failures, 0.02, 0.18) // 'Failure rate of nightly-import rose from 2% to 18%'
 */
export function movement(subject: Subject, before: number, after: number): string {
  const from = formatValue(before, subject)
  const to = formatValue(after, subject)
  if (from === to) return `${about(subject)} stayed near ${to}`
  return `${about(subject)} ${after > before ? 'rose' : 'fell'} from ${from} to ${to}`
}

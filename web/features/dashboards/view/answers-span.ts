import type { Span } from '../../../lib/range.ts'
import type { PanelAnswers } from '../../../panels/panel.ts'

/** The range that the answers of a panel cover, in milliseconds since 1970; null as long as there is none. */
export function answersSpan({ ROWS, TOTAL, SERIES }: PanelAnswers): Span | null {
  const answer = ROWS ?? SERIES ?? TOTAL
  return answer ? { from: Date.parse(answer.from), to: Date.parse(answer.to) } : null
}

/** The part of a span that lies within another one: the first and the last bucket may stick out of a range. */
export function spanWithin(span: Span, whole: Span): Span {
  return { from: Math.max(span.from, whole.from), to: Math.min(span.to, whole.to) }
}

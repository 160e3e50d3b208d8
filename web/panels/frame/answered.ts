import type { AnswerForm, PanelAnswers, SeriesAnswer, TableAnswer } from '../panel.ts'

/** Whether there is something to draw: `waiting` until all forms are answered, `empty` when none of them has a value. */
export type Readiness = 'waiting' | 'empty' | 'ready'

/** What there is to draw of a panel that asks for these forms; one that asks for none is always ready. */
export function readinessOf(forms: readonly AnswerForm[], answers: PanelAnswers): Readiness {
  if (forms.length === 0) return 'ready'
  if (forms.some((form) => answers[form] === undefined)) return 'waiting'
  const { ROWS, TOTAL, SERIES } = answers
  return hasRows(ROWS) || hasRows(TOTAL) || hasValues(SERIES) ? 'ready' : 'empty'
}

const hasRows = (answer: TableAnswer | undefined): boolean => (answer?.rows.length ?? 0) > 0

const hasValues = (answer: SeriesAnswer | undefined): boolean =>
  answer?.series.some(({ points }) => points.some(({ value }) => value !== null)) ?? false

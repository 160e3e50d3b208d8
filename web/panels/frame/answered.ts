import type { AnswerForm, PanelAnswers, SeriesAnswer, TableAnswer } from '../panel.ts'

/**
 * Whether there is something to draw: `lacking` when the stored panel does not ask for what its kind is drawn from, `waiting`
 * until all forms are answered that it asks for, `empty` when none of them has a value.
 */
export type Readiness = 'lacking' | 'waiting' | 'empty' | 'ready'

/**
 * What there is to draw of a panel. Where only a form is not asked for that adds to the first one, such as the course beside a
 * number, the rest is drawn.
 *
 * @param forms that its kind is drawn from; a kind that needs none is always ready
 * @param asked that the stored panel asks for
 */
export function readinessOf(
  forms: readonly AnswerForm[],
  asked: readonly AnswerForm[],
  answers: PanelAnswers,
): Readiness {
  const [first] = forms
  if (first === undefined) return 'ready'
  if (!asked.includes(first)) return 'lacking'
  if (forms.some((form) => asked.includes(form) && answers[form] === undefined)) return 'waiting'
  const { ROWS, TOTAL, SERIES } = answers
  return hasRows(ROWS) || hasRows(TOTAL) || hasValues(SERIES) ? 'ready' : 'empty'
}

const hasRows = (answer: TableAnswer | undefined): boolean => (answer?.rows.length ?? 0) > 0

const hasValues = (answer: SeriesAnswer | undefined): boolean =>
  answer?.series.some(({ points }) => points.some(({ value }) => value !== null)) ?? false

import type { InsightCardFragment } from '../../gql/graphql.ts'

/** What the others think, counted: '2 others find it useful, 1 does not'. Empty while none of them says. */
export function feedbackSummary(feedback: InsightCardFragment['feedback']): string {
  const others = feedback.filter(({ isMine }) => !isMine)
  const useful = others.filter((one) => one.useful === true).length
  const not = others.filter((one) => one.useful === false).length
  const lead = useful === 1 ? '1 other finds it useful' : `${useful} others find it useful`
  if (useful === 0)
    return not === 0 ? '' : not === 1 ? '1 other finds it not useful' : `${not} others find it not useful`
  return not === 0 ? lead : `${lead}, ${not} ${not === 1 ? 'does' : 'do'} not`
}

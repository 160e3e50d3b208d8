import type { InsightCardFragment } from '../../gql/graphql.ts'
import { contributionWords, groupWords, shareWords } from './insight-words.ts'

/** The groups that explain it; nothing where it is everywhere, or cannot be told. */
export function InsightContributors({ insight }: { insight: InsightCardFragment }) {
  const { contributors } = insight
  if (contributors.length === 0) return null
  return (
    <table className="insight-contributors">
      <caption>What contributed to it</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Contribution</th>
          <th scope="col">Share of the change</th>
        </tr>
      </thead>
      <tbody>
        {contributors.map(({ key, contribution, share }) => (
          <tr key={groupWords(key)}>
            <th scope="row">{groupWords(key)}</th>
            <td>{contributionWords(contribution, insight)}</td>
            <td className="muted">{shareWords(share) === null ? '' : `${shareWords(share)} of the change`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

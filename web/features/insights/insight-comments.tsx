import type { InsightCardFragment } from '../../gql/graphql.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'

/** What people wrote, the first comment first. */
export function InsightComments({ feedback }: Pick<InsightCardFragment, 'feedback'>) {
  const comments = feedback.filter(({ comment }) => comment != null)
  if (comments.length === 0) return null
  return (
    <ul className="insight-comments" aria-label="Comments">
      {comments.map(({ name, comment, givenAt, isMine }) => (
        <li key={`${name} ${givenAt}`}>
          <p className="muted">
            <strong>{isMine ? 'You' : name}</strong> <RelativeTime at={givenAt} />
          </p>
          <p className="insight-comment">{comment}</p>
        </li>
      ))}
    </ul>
  )
}

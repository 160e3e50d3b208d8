import type { InsightCardFragment } from '../../gql/graphql.ts'
import { Tag } from '../../ui/tag.tsx'
import { kindWords, stateWords } from './insight-words.ts'

/** Where it stands in its life, and what was found. */
export function InsightTags({ insight: { kind, state } }: { insight: Pick<InsightCardFragment, 'kind' | 'state'> }) {
  return (
    <span className="tags">
      <Tag tone={state === 'NEW' ? 'accent' : 'plain'}>{stateWords[state]}</Tag>
      <Tag>{kindWords[kind]}</Tag>
    </span>
  )
}

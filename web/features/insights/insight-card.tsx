import './insights.css'
import { Link } from '@tanstack/react-router'
import type { InsightCardFragment } from '../../gql/graphql.ts'
import { useNow } from '../../lib/use-now.ts'
import { Icon } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { InsightChart } from './insight-chart.tsx'
import { InsightContributors } from './insight-contributors.tsx'
import { InsightEvidence } from './insight-evidence.tsx'
import { InsightFeedback, type Judging } from './insight-feedback.tsx'
import { jobsBehind, pipelineRange } from './insight-links.ts'
import { InsightTags } from './insight-tags.tsx'
import { confidenceWords, extentWords } from './insight-words.ts'

interface InsightCardProps {
  insight: InsightCardFragment
  judging: Judging
  /** It has just come or changed: a brief tint says so. */
  isChanged?: boolean
  /** It has the page for itself: its evidence is open, and its sentence leads nowhere. */
  isAlone?: boolean
}

/** One insight: what it says, how sure that is, its chart, what it rests on, and what people think of it. */
export function InsightCard({ insight, judging, isChanged = false, isAlone = false }: InsightCardProps) {
  const { id, sentence, confidence, foundAt, dismissedAt, dismissedBy } = insight
  return (
    <article className="insight" aria-labelledby={`insight-${id}`} data-changed={isChanged || undefined}>
      <div className="insight-told">
        <InsightTags insight={insight} />
        <h2 id={`insight-${id}`} className="insight-sentence">
          {isAlone ? (
            sentence
          ) : (
            <Link to="/insights/$id" params={{ id }} className="insight-link">
              {sentence}
            </Link>
          )}
        </h2>
        <p className="insight-facts">
          <span>{confidenceWords(confidence)}</span>
          <span>{extentWords(insight)}</span>
          <span>
            Found <RelativeTime at={foundAt} />
          </span>
        </p>
        {dismissedAt == null ? null : (
          <p className="insight-facts">
            <span>
              Dismissed by {dismissedBy ?? 'somebody'} <RelativeTime at={dismissedAt} />
            </span>
          </p>
        )}
      </div>
      <InsightChart insight={insight} />
      <div className="insight-rest">
        <InsightContributors insight={insight} />
        <InsightLinks insight={insight} />
        <InsightEvidence insight={insight} isOpen={isAlone} />
        <InsightFeedback insight={insight} judging={judging} />
      </div>
    </article>
  )
}

function InsightLinks({ insight }: { insight: InsightCardFragment }) {
  const now = useNow(60_000)
  return (
    <p className="insight-links">
      <Link to="/jobs" search={jobsBehind(insight, now)}>
        <Icon name="jobs" />
        {insight.measure === 'failure_rate' ? 'Failed jobs behind it' : 'Jobs behind it'}
      </Link>
      <Link to="/pipelines/$id" params={{ id: insight.pipelineId }} search={pipelineRange(insight, now)}>
        <Icon name="pipelines" />
        {insight.pipelineName}
      </Link>
    </p>
  )
}

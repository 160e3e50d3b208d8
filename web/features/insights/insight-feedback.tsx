import { useState } from 'react'
import type { InsightCardFragment } from '../../gql/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { ToggleButton } from '../../ui/toggle-button.tsx'
import { CommentForm } from './comment-form.tsx'
import { feedbackSummary } from './feedback-summary.ts'
import { InsightComments } from './insight-comments.tsx'
import { useDismissal, useFeedback } from './use-judging.ts'

/** What can be done with an insight, and what happens then. */
export interface Judging {
  /** The viewer may say what they think of insights, and dismiss them. */
  mayJudge: boolean
  /** Something was said: the insight is to be read again. */
  onChanged: () => void
  /** It was dismissed. */
  onDismissed?: (insight: InsightCardFragment) => void
}

/** What people say to an insight, and the ways to say something. Who may not say anything reads only. */
export function InsightFeedback({ insight, judging }: { insight: InsightCardFragment; judging: Judging }) {
  const { feedback } = insight
  const summary = feedbackSummary(feedback)
  return (
    <div className="insight-feedback">
      {judging.mayJudge ? <Judge insight={insight} judging={judging} summary={summary} /> : null}
      {judging.mayJudge || summary === '' ? null : <p className="muted">{summary}</p>}
      <InsightComments feedback={feedback} />
    </div>
  )
}

interface JudgeProps {
  insight: InsightCardFragment
  judging: Judging
  summary: string
}

function Judge({ insight, judging, summary }: JudgeProps) {
  const mine = insight.feedback.find(({ isMine }) => isMine)
  const said = { useful: mine?.useful ?? null, comment: mine?.comment ?? null }
  const feedback = useFeedback(insight.id, said, judging.onChanged)
  const dismissal = useDismissal()
  const [isWriting, setWriting] = useState(false)
  const { useful } = feedback.shown
  const dismiss = async (dismissed: boolean) => {
    if ((await dismissal.run({ id: insight.id, dismissed })) === null) return
    if (dismissed) judging.onDismissed?.(insight)
    judging.onChanged()
  }
  return (
    <>
      <div className="insight-judge" role="group" aria-label="What you think of it">
        <ToggleButton
          icon="thumbUp"
          pressed={useful === true}
          onChange={(on) => void feedback.give({ useful: on ? true : null })}
        >
          Useful
        </ToggleButton>
        <ToggleButton
          icon="thumbDown"
          pressed={useful === false}
          onChange={(on) => void feedback.give({ useful: on ? false : null })}
        >
          Not useful
        </ToggleButton>
        <Button look="quiet" aria-expanded={isWriting} onPress={() => setWriting(!isWriting)}>
          <Icon name="comment" />
          {feedback.shown.comment === null ? 'Comment' : 'Edit comment'}
        </Button>
        <Button look="quiet" isPending={dismissal.isPending} onPress={() => void dismiss(insight.dismissedAt == null)}>
          {insight.dismissedAt == null ? 'Dismiss' : 'Bring back'}
        </Button>
        {summary === '' ? null : <span className="muted">{summary}</span>}
      </div>
      <Refusal text={feedback.problem ?? dismissal.problem} />
      {isWriting ? (
        <CommentForm
          comment={feedback.shown.comment}
          isPending={feedback.isPending}
          onSave={(comment) => feedback.give({ comment })}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </>
  )
}

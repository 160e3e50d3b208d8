import { useState } from 'react'
import { graphql } from '../../gql/index.ts'
import { useChange } from '../../lib/use-change.ts'

const GiveInsightFeedback = graphql(`
  mutation GiveInsightFeedback($id: ID!, $useful: Boolean, $comment: String) {
    giveInsightFeedback(id: $id, useful: $useful, comment: $comment) {
      id
    }
  }
`)

const DismissInsight = graphql(`
  mutation DismissInsight($id: ID!, $dismissed: Boolean!) {
    dismissInsight(id: $id, dismissed: $dismissed) {
      id
    }
  }
`)

/** What one person says to an insight. */
export interface Judgement {
  useful: boolean | null
  comment: string | null
}

/**
 * Says something to an insight. What is said shows at once, until the server has answered and the insight was read again.
 * @param onChanged reads it again
 */
export function useFeedback(id: string, said: Judgement, onChanged: () => void) {
  const { run, isPending, problem } = useChange(GiveInsightFeedback)
  // What was known when it was said: once something else is known, the server has the word again.
  const [ahead, setAhead] = useState<{ of: string; judgement: Judgement } | null>(null)
  const known = JSON.stringify(said)
  const shown = ahead?.of === known ? ahead.judgement : said
  const give = async (part: Partial<Judgement>) => {
    const judgement = { ...shown, ...part }
    setAhead({ of: known, judgement })
    const answer = await run({ id, ...judgement })
    if (answer === null) setAhead(null)
    else onChanged()
    return answer
  }
  return { shown, give, isPending, problem }
}

/** Dismisses an insight, for everyone in the organization, or brings it back. */
export const useDismissal = () => useChange(DismissInsight)

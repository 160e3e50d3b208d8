import { useEffect, useReducer } from 'react'
import { useClient } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { PanelPreviewQueryVariables } from '../../../gql/graphql.ts'
import { describeError } from '../../../lib/describe-error.ts'
import { askOnce } from '../../../lib/live/ask-once.ts'
import type { AnswerForm } from '../../../panels/panel.ts'
import type { PanelDocument } from '../document.ts'
import {
  nextAnswers,
  noAnswers,
  shownAnswers,
  type PanelNews,
  type ShownAnswers,
} from '../live-answers/answers-state.ts'
import { PanelsNewsFragment } from '../live-answers/panels-news.ts'
import { questionsOf } from '../live-answers/questions.ts'
import { readNews } from '../live-answers/read-news.ts'
import type { PanelContext } from '../view/panel-context.ts'

const PanelPreview = graphql(`
  query PanelPreview($panel: JSON!, $context: PanelContext) {
    panelPreview(panel: $panel, context: $context) {
      ...PanelsNews
    }
  }
`)

/** Longer than between two keys, shorter than anybody waits. */
const PAUSE_MS = 300

/** Asks for the answers of a panel whenever its question changes, once the editing pauses. The last answers stay until new ones come. */
export function usePreview(panel: PanelDocument, context: PanelContext): ShownAnswers {
  const client = useClient()
  const [state, tell] = useReducer(nextAnswers, noAnswers)
  // Compared by what it says: whoever edits builds it anew on each key.
  const text = JSON.stringify(previewOf(panel, context))
  useEffect(() => {
    const { panel, context }: ReturnType<typeof previewOf> = JSON.parse(text)
    const questions = questionsOf([panel], context)
    const told = (news: readonly PanelNews[]) => tell({ type: 'told', questions, news })
    tell({ type: 'asked', questions })
    if (Object.keys(questions).length === 0) return
    let cancel = () => {}
    const timer = setTimeout(() => {
      const variables: PanelPreviewQueryVariables = { panel, context }
      const asked = askOnce(client, PanelPreview, variables, ({ data, error }) => {
        if (error) told(panel.answers.map((form) => refusal(panel.id, form, describeError(error).text)))
        else if (data) told(readNews(readFragment(PanelsNewsFragment, data.panelPreview), context.timezone))
      })
      cancel = asked.cancel
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [client, text])
  return shownAnswers(state, panel)
}

/** What the answers depend on: a new title or another place asks nothing. */
function previewOf({ id, kind, query, answers }: PanelDocument, context: PanelContext) {
  const layout = { x: 0, y: 0, w: 1, h: 1 }
  const panel: PanelDocument = { id, kind, title: '', layout, query, answers, options: {} }
  return { panel, context }
}

const refusal = (panel: string, form: AnswerForm, problem: string): PanelNews => ({
  panel,
  form,
  change: null,
  problem,
  unfiltered: [],
})

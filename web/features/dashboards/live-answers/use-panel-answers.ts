import { useEffect, useId, useMemo, useReducer, useRef } from 'react'
import { graphql, readFragment } from '../../../gql/index.ts'
import { freshness } from '../../../lib/live/freshness.ts'
import { useLive } from '../../../lib/live/live-context.ts'
import type { PanelDocument } from '../document.ts'
import type { PanelContext } from '../view/panel-context.ts'
import {
  nextAnswers,
  noAnswers,
  revisionsOf,
  shownAnswers,
  type AskingPanel,
  type ShownAnswers,
} from './answers-state.ts'
import { PanelsNewsFragment } from './panels-news.ts'
import { questionsOf } from './questions.ts'
import { readNews } from './read-news.ts'

const PANELS_CHANGED = graphql(`
  subscription Panels($ids: [ID!]!, $draftOf: ID, $context: PanelContext, $since: [String!]) {
    panels(ids: $ids, draftOf: $draftOf, context: $context, since: $since) {
      ...PanelsNews
    }
  }
`)

/** What a dashboard asks for its panels. */
export interface AskedPanels {
  /** As the server has them: what has not been sent there yet cannot be asked. */
  panels: readonly PanelDocument[]
  context: PanelContext
  /** The dashboard whose draft they belong to; null for panels that are saved. */
  draftOf: string | null
}

/** The answers of a dashboard, panel by panel. */
export interface LiveAnswers {
  of: (panel: AskingPanel) => ShownAnswers
  /** Why the server refuses all of it; null when it does not. */
  problem: string | null
  /** When something was last heard, in milliseconds since 1970; null before that. */
  heardAt: number | null
}

type State = { answers: typeof noAnswers; problem: string | null; heardAt: number | null }
type Event =
  | { type: 'answers'; event: Parameters<typeof nextAnswers>[1]; at: number | null }
  | { type: 'refused'; problem: string }

/**
 * The answers of all panels, in one subscription, which stays true by itself. After a break it goes on from what is there.
 * While the page is hidden nothing is asked.
 */
export function usePanelAnswers({ panels, context, draftOf }: AskedPanels): LiveAnswers {
  const live = useLive()
  const key = JSON.stringify([questionsOf(panels, context), context, draftOf])
  // What is asked is compared by what it says: a caller may build it anew on each render.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const asked = useMemo(() => ({ questions: questionsOf(panels, context), context, draftOf }), [key])
  const [state, dispatch] = useReducer(nextState, { answers: noAnswers, problem: null, heardAt: null })
  const newest = useRef(state.answers)
  useEffect(() => {
    newest.current = state.answers
  })

  useEffect(() => {
    const { questions, ...variables } = asked
    const ids = Object.keys(questions)
    dispatch({ type: 'answers', event: { type: 'asked', questions }, at: null })
    if (ids.length === 0) return
    let end: (() => void) | null = null
    const follow = () => {
      if (document.hidden) {
        end?.()
        end = null
        return
      }
      end ??= live.watch({
        document: PANELS_CHANGED,
        variables: () => {
          // Of other panels only one may have changed: what is there of the rest is not sent again.
          return { ...variables, ids, since: revisionsOf({ ...newest.current, questions }) }
        },
        told({ panels: told }) {
          const news = readNews(readFragment(PanelsNewsFragment, told), variables.context.timezone)
          dispatch({ type: 'answers', event: { type: 'told', questions, news }, at: Date.now() })
        },
        refused: (problem) => dispatch({ type: 'refused', problem }),
      })
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      end?.()
    }
  }, [live, asked])

  useHeard(state.heardAt)
  const { answers, problem, heardAt } = state
  return useMemo(
    () => ({ of: (panel: AskingPanel) => shownAnswers(answers, panel), problem, heardAt }),
    [answers, problem, heardAt],
  )
}

function nextState(state: State, event: Event): State {
  if (event.type === 'refused') return { ...state, problem: event.problem }
  const answers = nextAnswers(state.answers, event.event)
  return event.at === null ? { ...state, answers } : { answers, problem: null, heardAt: event.at }
}

const nothing = () => {}

/** Tells the bar of the shell how old what is shown is. The subscription tries again by itself. */
function useHeard(heardAt: number | null) {
  const id = useId()
  useEffect(() => {
    freshness.note(id, heardAt === null ? null : { answeredAt: heardAt, failed: false, retry: nothing })
    return () => freshness.note(id, null)
  }, [id, heardAt])
}

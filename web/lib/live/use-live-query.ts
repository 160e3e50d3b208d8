import { useCallback, useEffect, useId, useMemo, useReducer, useRef } from 'react'
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql'
import { isAway } from '../describe-error.ts'
import { askOnce, type Asked } from './ask-once.ts'
import { freshness } from './freshness.ts'
import type { LiveDataset } from './live-connection.ts'
import { useLive } from './live-context.ts'
import { nextQueryState, type QueryState } from './query-state.ts'
import { makeThrottle, type Throttle } from './throttle.ts'

/** What a live query shows. */
export interface LiveQuery<Data> {
  /** The newest answer; while another question is being asked, the answer to the last one. Undefined before the first. */
  data: Data | undefined
  /** Why the newest attempt failed. Data that were there stay, and the bar of the shell tells their age. */
  error: CombinedError | undefined
  /** The data answer an earlier question (other variables): show them dimmed. */
  stale: boolean
  /** An answer is on its way. */
  fetching: boolean
  /** When the data were read, in milliseconds since 1970. */
  answeredAt: number | null
  refetch: () => void
}

/** How a live query follows its dataset. */
export interface LiveQueryOptions {
  dataset?: LiveDataset
  /** At most once in so many milliseconds; the first change is followed at once. */
  intervalMs?: number
  /** Ask nothing for now. */
  pause?: boolean
}

/**
 * A query that stays true: it is asked again when its dataset changes and after every reconnect, at once and then at most
 * twice a second (a change is to be seen within a second), never twice at the same time, not while the page is hidden, and once when it is seen again.
 */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { dataset = 'jobs', intervalMs = 500, pause = false }: LiveQueryOptions = {},
): LiveQuery<Data> {
  const client = useClient()
  const live = useLive()
  const key = JSON.stringify(variables)
  // The variables are compared by what they say: a caller may build them anew on each render.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const question = useMemo(() => variables, [key])
  const [state, dispatch] = useReducer(nextQueryState<Data>, initialState)
  const throttle = useRef<Throttle | null>(null)

  useEffect(() => {
    if (pause) return
    let asked: Asked | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    dispatch({ type: 'asked', key, cached: client.readQuery(document, question)?.data })
    const ask = () => {
      clearTimeout(again)
      asked = askOnce(client, document, question, ({ data, error }) => {
        dispatch({ type: 'answered', key, data, error, at: Date.now() })
        // Without this, a request lost on the way would leave old data until the next change.
        if (error?.networkError || (error && isAway(error))) again = setTimeout(asking.request, AGAIN_AFTER_MS)
      })
      return asked.done
    }
    const asking = makeThrottle(ask, intervalMs)
    throttle.current = asking
    const onVisibility = () => asking.hold(window.document.hidden)
    const unlisten = live.onChange(dataset, asking.request)
    window.document.addEventListener('visibilitychange', onVisibility)
    asking.request()
    return () => {
      window.document.removeEventListener('visibilitychange', onVisibility)
      unlisten()
      asking.stop()
      clearTimeout(again)
      asked?.cancel()
    }
  }, [client, live, document, question, key, dataset, intervalMs, pause])

  const refetch = useCallback(() => throttle.current?.hurry(), [])
  const error = state.answeredKey === key ? state.error : undefined
  useFreshness(state.data === undefined ? null : state.answeredAt, error !== undefined, refetch)
  return {
    data: state.data,
    error,
    stale: state.data !== undefined && state.dataKey !== key,
    fetching: !pause && state.answeredKey !== key,
    answeredAt: state.answeredAt,
    refetch,
  }
}

const AGAIN_AFTER_MS = 3000

function useFreshness(answeredAt: number | null, failed: boolean, retry: () => void) {
  const id = useId()
  useEffect(() => {
    freshness.note(id, answeredAt === null ? null : { answeredAt, failed, retry })
    return () => freshness.note(id, null)
  }, [id, answeredAt, failed, retry])
}

const initialState: QueryState<never> = {
  data: undefined,
  dataKey: null,
  answeredKey: null,
  error: undefined,
  answeredAt: null,
}

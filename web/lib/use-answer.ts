import { useEffect, useState } from 'react'
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql'
import { anyChange } from './use-change.ts'

/** An answer that does not follow a dataset: people, settings. */
export interface AnswerOf<Data> {
  /** The newest answer. It stays while it is asked for again, and when that fails. */
  data: Data | undefined
  /** Why the newest attempt failed. */
  error: CombinedError | undefined
  /** The data answer an earlier question (other variables): show them dimmed. */
  stale: boolean
  refetch: () => void
}

const AGAIN_AFTER_MS = 3000

/** Asks when the page opens, after every change made here, when told to, and again and again while the server is away. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): AnswerOf<Data> {
  const [{ data, error, fetching }, ask] = useQuery({
    query,
    variables,
    context: anyChange,
    requestPolicy: 'cache-and-network',
  })
  const [last, setLast] = useState(data)
  if (data !== undefined && data !== last) setLast(data)
  const away = error?.networkError !== undefined
  useEffect(() => {
    if (!away) return
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), AGAIN_AFTER_MS)
    return () => clearInterval(timer)
  }, [away, ask])
  return {
    data: data ?? last,
    error,
    stale: fetching && last !== undefined,
    refetch: () => ask({ requestPolicy: 'network-only' }),
  }
}

import { useCallback } from 'react'
import {
  useMutation,
  useQuery,
  type AnyVariables,
  type CombinedError,
  type DocumentInput,
  type OperationContext,
} from 'urql'
import { describeError } from '../../lib/describe-error.ts'

/** Any change in the settings asks every open list of the settings again: one change often shows in several places. */
const SETTINGS: Partial<OperationContext> = { additionalTypenames: ['Settings'] }

/** An answer, and how it stands. */
export interface Answer<Data> {
  data: Data | undefined
  error: CombinedError | undefined
  /** The data answer an earlier question. */
  stale: boolean
  refetch: () => void
}

/** Asks when the section is opened, and again after every change made in the settings. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
): Answer<Data> {
  const [{ data, error, stale, fetching }, ask] = useQuery({
    query,
    variables,
    context: SETTINGS,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<Data, Variables>>[0])
  const refetch = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask])
  return { data, error, stale: fetching && !stale && data !== undefined, refetch }
}

/** What came of a change: its answer, or a sentence on why not. */
export type Outcome<Data> = { data: Data; problem: null } | { data: null; problem: string }

/** A function that changes something. It never throws: a refusal is a sentence to show. */
export function useChange<Data, Variables extends AnyVariables>(
  mutation: DocumentInput<Data, Variables>,
): (variables: Variables) => Promise<Outcome<Data>> {
  const [, run] = useMutation(mutation)
  return async (variables) => {
    const { data, error } = await run(variables, SETTINGS)
    if (data && !error) return { data, problem: null }
    return { data: null, problem: refusalWords(error) }
  }
}

function refusalWords(error: CombinedError | undefined): string {
  const { title, text } = describeError(error ?? new Error('The answer was empty.'))
  return error && error.graphQLErrors.length > 0 ? text : `${title}. ${text}`
}

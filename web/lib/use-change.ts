import { useState } from 'react'
import { useMutation, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql'
import { describeError } from './describe-error.ts'

/**
 * Answers carry this name and changes name it, so each change asks every open answer again: one often shows in several
 * places, and what is gone cannot be told by its type.
 */
export const anyChange = { additionalTypenames: ['Change'] }

/** A mutation as a form needs it. */
export interface Change<Data, Variables extends AnyVariables> {
  /** What came of it; null when it was refused, and then `problem` says why. */
  run: (variables: Variables) => Promise<Data | null>
  isPending: boolean
  /** Why the last attempt was refused, as a sentence; null when it was not. */
  problem: string | null
}

/** Changes something on the server, and puts a refusal into words. */
export function useChange<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Change<Data, Variables> {
  const [{ fetching }, change] = useMutation(document)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (variables: Variables) => {
    const { data, error } = await change(variables, anyChange)
    setProblem(error ? refusalWords(error) : null)
    return error ? null : (data ?? null)
  }
  return { run, isPending: fetching, problem }
}

function refusalWords(error: CombinedError): string {
  const { title, text } = describeError(error)
  return error.graphQLErrors.length > 0 ? text : `${title}. Check the connection, and try again.`
}

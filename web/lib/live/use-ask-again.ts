import { useEffect, useRef } from 'react'
import type { AnyVariables, TypedDocumentNode } from 'urql'
import { useLive, useLiveState } from './live-context.ts'

/**
 * Asks again whenever a subscription tells of something or is refused, and after every reconnect, since changes may have gone
 * by unheard. `variables` null: it is not followed for now.
 */
export function useAskAgain<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
  ask: () => void,
): void {
  const live = useLive()
  const { reconnects } = useLiveState()
  const newest = useRef({ ask, variables })
  useEffect(() => {
    newest.current = { ask, variables }
  })
  // The variables are compared by what they say: a caller may build them anew on each render.
  const key = JSON.stringify(variables)
  useEffect(() => {
    const { variables } = newest.current
    if (variables === null) return
    const again = () => newest.current.ask()
    if (reconnects > 0) again()
    return live.watch({ document, variables: () => variables, told: again, refused: again })
  }, [live, reconnects, document, key])
}

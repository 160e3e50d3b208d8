import type { AnyVariables, Client, OperationResult, TypedDocumentNode } from 'urql'

/** A question under way. */
export interface Asked {
  /** Resolves when it is answered or cancelled; never rejects. */
  done: Promise<void>
  /** Ends it; the request is given up. */
  cancel(): void
}

/** Asks the server once, past the cache, and calls back with the answer unless cancelled before. */
export function askOnce<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onAnswer: (result: OperationResult<Data, Variables>) => void,
): Asked {
  const { promise, resolve } = Promise.withResolvers<void>()
  let ended = false
  let unsubscribe = () => {}

  const cancel = () => {
    ended = true
    unsubscribe()
    resolve()
  }
  const source = client.query(document, variables, { requestPolicy: 'network-only' })
  const subscription = source.subscribe((result) => {
    if (ended || result.stale) return
    onAnswer(result)
    cancel()
  })
  unsubscribe = subscription.unsubscribe
  // The answer may have come before `subscribe` returned.
  if (ended) unsubscribe()
  return { done: promise, cancel }
}

import type { Client } from 'graphql-ws'
import { stringifyDocument, type AnyVariables, type TypedDocumentNode } from 'urql'
import { reference } from '../persisted.ts'
import { backoffMs } from './backoff.ts'

/** A subscription whose data are shown. */
export interface Watched<Data, Variables extends AnyVariables> {
  document: TypedDocumentNode<Data, Variables>
  /** Read whenever it is sent, so that a subscription goes on after a reconnect from where it was. */
  variables: () => Variables
  told: (data: Data) => void
  /** The server refused it, and why; it is tried again. */
  refused: (problem: string) => void
}

/** Subscribes, again and again, until the returned function is called. */
export function watch<Data, Variables extends AnyVariables>(
  client: Pick<Client, 'subscribe'>,
  { document, variables, told, refused }: Watched<Data, Variables>,
): () => void {
  const extensions = reference(document)
  const payload = {
    query: extensions ? '' : stringifyDocument(document),
    ...(extensions && { extensions: { ...extensions } }),
    // The client sends this object anew after each reconnect, by itself.
    get variables(): Record<string, unknown> {
      return Object.fromEntries(Object.entries(variables() ?? {}))
    },
  }
  let unsubscribe = () => {}
  let again: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let failures = 0

  const retry = () => {
    if (ended) return
    again = setTimeout(subscribe, backoffMs(failures, Math.random()))
    failures += 1
  }
  function subscribe() {
    unsubscribe = client.subscribe<Data>(payload, {
      next({ data, errors }) {
        failures = 0
        if (errors) refused(wordsOf(errors))
        if (data) told(data)
      },
      error(error) {
        if (ended) return
        if (Array.isArray(error)) refused(wordsOf(error))
        retry()
      },
      complete: retry,
    })
  }
  subscribe()
  return () => {
    ended = true
    clearTimeout(again)
    unsubscribe()
  }
}

const wordsOf = (errors: readonly { message: string }[]): string => errors.map(({ message }) => message).join(' ')

import { cacheExchange, Client, fetchExchange } from 'urql'
import { persistedExchange } from './persisted-exchange.ts'
import type { Session } from './session.ts'

// The server gives up on a question earlier than that: no answer by then means that none will come.
const ANSWER_WITHIN_MS = 40_000

/**
 * The GraphQL client of one signed-in stay, or of one who came by a link and shows its token in the place of the cookie. It is made
 * anew after each sign-in, so that nothing of one person's answers is in memory for the next. A 401 ends the stay.
 */
export function makeGraphqlClient(session: Pick<Session, 'lost'>, token: string | null = null): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, persistedExchange, fetchExchange],
    preferGetMethod: false,
    fetchOptions:
      token === null
        ? { credentials: 'same-origin' }
        : { credentials: 'omit', headers: { authorization: bearer(token) } },
    fetch: async (input, init) => {
      const limit = AbortSignal.timeout(ANSWER_WITHIN_MS)
      const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit
      const response = await fetch(input, { ...init, signal })
      if (response.status === 401) session.lost()
      return response
    },
  })
}

/** How a token is shown to the server. */
export function bearer(token: string): string {
  return `Bearer ${token}`
}

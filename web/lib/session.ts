/** Who the server says is there. `setupNeeded`: nothing has been set up yet, the first organization is to be made. */
export interface AuthState {
  signedIn: boolean
  setupNeeded: boolean
}

/** What the first start asks for. `token` was printed by the server. */
export interface SetupInput {
  token: string
  organization: string
  name: string
  email: string
  password: string
}

/** The server is away: nothing answered, or a proxy answered in its place. */
export class ServerAway extends Error {}

/** The session as the page knows it: asked once, forgotten when the server says 401. */
export interface Session {
  /** Asks the server, or answers from memory while signed in. Rejects when the server cannot be reached. */
  state(): Promise<AuthState>
  /** Asks the server anew, whatever is remembered, and tells the listeners when nobody is signed in any more. */
  check(): Promise<void>
  /** The server answered 401: forget, and tell the listeners. */
  lost(): void
  /** Calls `listener` when the session is found to be over, until the returned function is called. */
  onLost(listener: () => void): () => void
  /** All three: null when it went well, else a sentence to show. */
  signIn(email: string, password: string): Promise<string | null>
  setUp(input: SetupInput): Promise<string | null>
  signOut(): Promise<string | null>
}

/** Makes the session of one page. There is one, made by `main.tsx`. */
export function makeSession(request: typeof fetch): Session {
  let remembered: AuthState | null = null
  const listeners = new Set<() => void>()

  async function ask(): Promise<AuthState> {
    const response = await request('/auth/state', { headers: { accept: 'application/json' } }).catch((cause) => {
      throw new ServerAway('The request for /auth/state failed.', { cause })
    })
    if (response.status >= 502) throw new ServerAway(`The answer to /auth/state was ${response.status}.`)
    if (!response.ok) throw new Error(`The server answered ${response.status} when asked who is signed in.`)
    return readAuthState(await response.json())
  }

  function lost() {
    remembered = null
    for (const listener of listeners) listener()
  }

  async function post(path: string, body: unknown): Promise<string | null> {
    remembered = null
    const headers = { 'content-type': 'application/json' }
    const sent = request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    const response = await sent.catch(() => null)
    if (!response) return 'The server cannot be reached. Check the connection and try again.'
    return response.ok ? null : readRefusal(response)
  }

  return {
    async state() {
      if (remembered?.signedIn) return remembered
      remembered = await ask()
      return remembered
    },
    async check() {
      const state = await ask().catch(() => null)
      if (state && !state.signedIn) lost()
    },
    lost,
    onLost(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signIn: (email, password) => post('/auth/sign-in', { email, password }),
    setUp: (input) => post('/auth/setup', input),
    signOut: () => post('/auth/sign-out', {}),
  }
}

function readAuthState(body: unknown): AuthState {
  const isObject = typeof body === 'object' && body !== null
  return {
    signedIn: isObject && 'signedIn' in body && body.signedIn === true,
    setupNeeded: isObject && 'setupNeeded' in body && body.setupNeeded === true,
  }
}

async function readRefusal(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') return body.error
  return `The server answered ${response.status}. Try again; if it stays so, look into the server's log.`
}

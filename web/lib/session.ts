import { postAuth, readField, readFlag, readItems, type Answer, type Refusal } from './auth-request.ts'

/** A way to sign in with an account of somewhere else. */
export interface SignInProvider {
  name: string
  url: string
}

/** Who the server says is there, and what it offers to those who are not known yet. */
export interface AuthState {
  signedIn: boolean
  /** Nothing has been set up yet: the first organization is to be made. */
  setupNeeded: boolean
  /** The server can send mail. */
  mail: boolean
  providers: SignInProvider[]
}

/** What the first start asks for. `token` was printed by the server. */
export interface SetupInput {
  token: string
  organization: string
  name: string
  email: string
  password: string
}

/** What an invitation is for. */
export interface Invitation {
  organization: string
  email: string
  role: string
  /** Somebody with this address has an account already. */
  accountExists: boolean
}

/** Who accepts. Somebody who has an account gives neither. */
export interface AcceptInput {
  token: string
  name?: string
  password?: string
}

/** The server is away: nothing answered, or a proxy answered in its place. */
export class ServerAway extends Error {}

/**
 * The session as the page knows it: asked once, forgotten when the server says 401. What changes something answers null
 * when it went well, else why not.
 */
export interface Session {
  /** Asks the server, or answers from memory while signed in. Rejects when the server cannot be reached. */
  state(): Promise<AuthState>
  /** Asks the server anew, whatever is remembered, and tells the listeners when nobody is signed in any more. */
  check(): Promise<void>
  /** The server answered 401: forget, and tell the listeners. */
  lost(): void
  /** Calls `listener` when the session is found to be over, until the returned function is called. */
  onLost(listener: () => void): () => void
  /** `second-factor`: the password was right, and a code is wanted. */
  signIn(email: string, password: string): Promise<Refusal | 'second-factor' | null>
  secondFactor(code: string): Promise<Refusal | null>
  setUp(input: SetupInput): Promise<Refusal | null>
  signOut(): Promise<Refusal | null>
  /** Goes on in another organization of the person. */
  switchTo(organizationId: string): Promise<Refusal | null>
  /** Asks for a mail with a link to choose a new password. It goes well for any address. */
  forgot(email: string): Promise<Refusal | null>
  reset(token: string, password: string): Promise<Refusal | null>
  invitation(token: string): Promise<Invitation | Refusal>
  accept(input: AcceptInput): Promise<Refusal | null>
}

/** Makes the session of one page. There is one, made by `app/session.ts`. */
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

  function post(path: string, body: unknown): Promise<Answer> {
    remembered = null
    return postAuth(request, path, body)
  }
  const change = async (path: string, body: unknown) => refusalOf(await post(path, body))

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
    async signIn(email, password) {
      const answer = await post('/auth/sign-in', { email, password })
      return answer.ok && readFlag(answer.body, 'secondFactor') ? 'second-factor' : refusalOf(answer)
    },
    secondFactor: (code) => change('/auth/second-factor', { code }),
    setUp: (input) => change('/auth/setup', input),
    signOut: () => change('/auth/sign-out', {}),
    switchTo: (organization) => change('/auth/switch', { organization }),
    forgot: (email) => change('/auth/forgot', { email }),
    reset: (token, password) => change('/auth/reset', { token, password }),
    async invitation(token) {
      const answer = await post('/auth/invitation', { token })
      return answer.ok ? readInvitation(answer.body) : answer.refusal
    },
    accept: (input) => change('/auth/accept', input),
  }
}

function refusalOf(answer: Answer): Refusal | null {
  return answer.ok ? null : answer.refusal
}

function readAuthState(body: unknown): AuthState {
  return {
    signedIn: readFlag(body, 'signedIn'),
    setupNeeded: readFlag(body, 'setupNeeded'),
    mail: readFlag(body, 'mail'),
    providers: readItems(body, 'providers').flatMap((item) => {
      const name = readField(item, 'name')
      const url = readField(item, 'url')
      return name && url ? [{ name, url }] : []
    }),
  }
}

function readInvitation(body: unknown): Invitation {
  return {
    organization: readField(body, 'organization') ?? '',
    email: readField(body, 'email') ?? '',
    role: (readField(body, 'role') ?? '').toLowerCase(),
    accountExists: readFlag(body, 'accountExists'),
  }
}

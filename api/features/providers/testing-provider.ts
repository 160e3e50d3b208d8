import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'

/** What a provider says about somebody, besides the subject. */
export type TestClaims = Record<string, unknown>

export interface TestProviderOptions {
  /** 0 or nothing: the system chooses. */
  port?: number
  /** Puts claims into the ID token, as many providers do. Otherwise they are told when they are asked for. */
  claimsInIdToken?: boolean
}

export const TEST_CLIENT = { clientId: 'tachograph', clientSecret: 'a secret of the test provider' }
/** The same without a secret. */
export const PUBLIC_TEST_CLIENT = { clientId: 'tachograph-public', clientSecret: null }

/**
 * A real OpenID Connect provider on this machine, for tests. Its form asks for a name and any password: the name becomes the
 * subject, and `claims` says what is told about it. A second form asks for consent.
 *
 *     const provider = await startTestProvider()
 *     provider.allowRedirect(`${server.base}/auth/callback`)
 *     provider.claims.set('ada', { email: 'ada@example.com', email_verified: true, name: 'Ada', groups: ['staff'] })
 *     // Connect `provider.issuer` with TEST_CLIENT, and open the sign-in. In a browser: fill in `login` and `password`,
 *     // press `Sign-in`, then `Continue`. Without a browser: signInAt(address, 'ada').
 *     await provider.stop()
 */
export async function startTestProvider({ port = 0, claimsInIdToken = false }: TestProviderOptions = {}) {
  const claims = new Map<string, TestClaims>()
  const redirectUris = ['http://127.0.0.1/auth/callback']
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const make = () => new Provider(issuer, configuration({ claims, redirectUris, claimsInIdToken }))
  let provider = withoutWarnings(make)
  let handle = provider.callback()
  return {
    issuer,
    /** What it tells about each subject. Change it at any time. */
    claims,
    /** Allows our server's callback. Do it before the first sign-in: sessions at the provider are forgotten. */
    allowRedirect(address: string) {
      redirectUris.splice(0, redirectUris.length, address)
      provider = withoutWarnings(make)
      handle = provider.callback()
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type TestProvider = Awaited<ReturnType<typeof startTestProvider>>

interface Settings {
  claims: ReadonlyMap<string, TestClaims>
  redirectUris: readonly string[]
  claimsInIdToken: boolean
}

function configuration({ claims, redirectUris, claimsInIdToken }: Settings): Configuration {
  const told = ['name', 'preferred_username', 'groups', 'role', 'realm_access']
  const client = { redirect_uris: [...redirectUris], application_type: 'web' as const }
  return {
    clients: [
      { ...client, client_id: TEST_CLIENT.clientId, client_secret: TEST_CLIENT.clientSecret },
      { ...client, client_id: PUBLIC_TEST_CLIENT.clientId, token_endpoint_auth_method: 'none' },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: told },
    conformIdTokenClaims: !claimsInIdToken,
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...claims.get(accountId), sub: accountId }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test provider'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  }
}

/** It warns about everything that is only good for tests. */
function withoutWarnings<T>(make: () => T): T {
  const { info, warn } = console
  Object.assign(console, { info: () => {}, warn: () => {} })
  try {
    return make()
  } finally {
    Object.assign(console, { info, warn })
  }
}

/** Cookies of one host, as a browser keeps them. */
export type CookieJar = Map<string, string>

/** Like `fetch`, in a browser that keeps its cookies in `jar`. It does not follow redirects. */
export async function browse(jar: CookieJar, address: string | URL, body?: URLSearchParams): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { Cookie: cookie },
    ...(body && { method: 'POST', body }),
  })
  for (const set of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name!)
    else jar.set(name!, value!)
  }
  return response
}

/**
 * Signs in at the provider: follows its pages from the address that our server sent the browser to, and returns the address
 * of our server that the provider sends it back to. `cancel`: goes back without signing in.
 */
export async function signInAt(
  address: string,
  login: string,
  { jar = new Map(), cancel = false }: { jar?: CookieJar; cancel?: boolean } = {},
): Promise<URL> {
  const { origin } = new URL(address)
  let response = await browse(jar, address)
  for (let step = 0; step < 20; step++) {
    const location = response.headers.get('location')
    const next = new URL(location ?? response.url, origin)
    if (next.origin !== origin) return next
    if (location) {
      response = await browse(jar, next)
      continue
    }
    const page = await response.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt) throw new Error(`The provider answers ${response.status} and no form: ${page.slice(0, 2000)}`)
    response = cancel
      ? await browse(jar, `${next.href}/abort`)
      : await browse(jar, next, new URLSearchParams({ prompt, login, password: 'any' }))
  }
  throw new Error('The provider sends the browser in a circle')
}

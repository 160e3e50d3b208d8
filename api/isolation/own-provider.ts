import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeStem } from './canary-terms.ts'

/** Whom a provider has recognised, and what it says about them. */
export interface Claims {
  sub: string
  email?: string
  role?: string
}

/** An OpenID Connect provider that knows whomever the check names. */
export interface OwnProvider {
  issuer: string
  /** The same keys at another address. */
  otherIssuer: string
  /** What its page would do: the query with which it sends a browser back that came with this address. */
  authorize(address: URL, claims: Claims): string
  /** How often it was asked anything. */
  asked(): number
  stop(): Promise<void>
}

const DESCRIPTION = '/.well-known/openid-configuration'

/**
 * Starts a provider on this machine. It has no page to sign in at: `authorize` makes the codes, in this process, so nobody
 * else on the machine gets anything from it.
 */
export async function startOwnProvider(): Promise<OwnProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, object>()
  let asked = 0
  const server = createServer((request, response) => {
    asked++
    void readCode(request).then((code) => {
      const answer = answerTo(request.url ?? '', code)
      response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Servers remember providers for a while, and ports come back.
  const issuer = `${origin}/${makeStem()}`

  const answerTo = (path: string, code: string) => {
    if (path.endsWith(DESCRIPTION)) return describe(origin + path.slice(0, -DESCRIPTION.length))
    if (path.endsWith('/keys')) {
      return { keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: issuer }] }
    }
    const claims = codes.get(code)
    codes.delete(code)
    if (!claims) return null
    const content = [{ alg: 'RS256', kid: issuer }, claims].map(encode).join('.')
    const signature = sign('sha256', Buffer.from(content), privateKey).toString('base64url')
    return { access_token: randomUUID(), token_type: 'Bearer', id_token: `${content}.${signature}` }
  }
  return {
    issuer,
    otherIssuer: `${issuer}/moved`,
    authorize({ searchParams }, claims) {
      const [code, now] = [randomUUID(), Math.floor(Date.now() / 1000)]
      const [nonce, aud] = [searchParams.get('nonce'), searchParams.get('client_id')]
      codes.set(code, { ...claims, email_verified: true, iss: issuer, aud, nonce, iat: now, exp: now + 60 })
      return String(new URLSearchParams({ code, state: searchParams.get('state') ?? '' }))
    },
    asked: () => asked,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function describe(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}

/** Of a form that was sent. */
async function readCode(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return new URLSearchParams(Buffer.concat(chunks).toString()).get('code') ?? ''
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

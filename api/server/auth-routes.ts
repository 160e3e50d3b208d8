import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { readCookie, SESSION_COOKIE } from '../access/index.ts'
import { anyOrganization } from '../features/organizations/index.ts'
import { SESSION_SECONDS, setUp, signIn, signOut, startSession } from '../features/people/index.ts'
import { isStorable } from '../lib/search-text.ts'
import { UserError } from '../lib/user-error.ts'
import type { Services } from '../schema/context.ts'
import type { Admission } from './admission.ts'
import { HttpError, readBody, refuseForeignSite, sendJson, type Handler } from './http.ts'

const BODY_LIMIT = 16 * 1024
const text = z.string().max(1000).refine(isStorable, 'contains a NUL character or half a character: leave it out.')
const SignIn = z.object({ email: text, password: text })
const SetUp = z.object({ token: text, organization: text, name: text, email: text, password: text })

interface Options {
  services: Services
  admission: Admission
}

/**
 * Signing in and out, and the first organization. They stand outside of GraphQL, so that GraphQL answers nobody who has
 * not shown who they are. All take and give JSON; a session is a cookie that scripts cannot read.
 */
export function authRoutes({ services, admission }: Options): Record<string, Handler> {
  const { sql, tokens } = services
  return {
    async 'GET /auth/state'(request, response) {
      const viewer = await admission.identify(request, { authorization: undefined, cookie: request.headers.cookie })
      sendJson(response, 200, {
        signedIn: viewer !== null,
        setupNeeded: viewer === null && !(await anyOrganization(sql)),
      })
    },
    async 'POST /auth/sign-in'(request, response) {
      await admission.admitStranger(request)
      const { email, password } = await readJson(request, SignIn)
      const token = await signIn(services, email.trim(), password)
      if (!token) throw new HttpError(401, 'The address or the password is wrong.')
      sendSession(request, response, token, SESSION_SECONDS)
    },
    async 'POST /auth/sign-out'(request, response) {
      refuseForeignSite(request)
      const token = readCookie(request.headers.cookie, SESSION_COOKIE)
      if (token !== null && tokens.check('session', token)) await signOut(sql, token)
      sendSession(request, response, '', 0)
    },
    async 'POST /auth/setup'(request, response) {
      await admission.admitStranger(request)
      const input = await readJson(request, SetUp)
      const made = await setUp(sql, input).catch((error: unknown) => {
        throw error instanceof UserError ? new HttpError(400, error.message) : error
      })
      if (!made)
        throw new HttpError(403, 'The token is not the one that the start of the server printed, or it was used.')
      sendSession(request, response, await startSession(services, made), SESSION_SECONDS)
    },
  }
}

async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  refuseForeignSite(request)
  // A form of another site can send text, but not this type.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new HttpError(415, 'Send the body as application/json.')
  }
  const body = await readBody(request, BODY_LIMIT)
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new HttpError(400, 'The body is not JSON.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new HttpError(400, `${issue.path.join('.') || 'The body'}: ${issue.message}`)
}

function sendSession(request: IncomingMessage, response: ServerResponse, token: string, seconds: number) {
  const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
  const cookie = `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
  response.writeHead(204, { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end()
}

import { readCookie, SESSION_COOKIE } from '../../access/index.ts'
import { anyOrganization } from '../../features/organizations/index.ts'
import { finishSignIn, setUp, signIn, signOut, switchOrganization } from '../../features/people/index.ts'
import { listedProviders } from '../../features/providers/index.ts'
import { HttpError, refuseForeignSite, sendJson, type Handler } from '../http.ts'
import { type AuthOptions, originOfRequest, personOfCookie } from './auth-options.ts'
import { SECOND_STEP_COOKIE } from './cookies.ts'
import { readTexts } from './read-texts.ts'

const AGAIN = 'The sign-in took too long. Begin again with your password.'

/** Coming in and going out. */
export function sessionRoutes({ services, admission, cookies }: AuthOptions): Record<string, Handler> {
  const { sql, tokens, mail } = services
  return {
    async 'GET /auth/state'(request, response) {
      const caller = await personOfCookie(admission, request)
      const setupNeeded = caller === null && !(await anyOrganization(sql))
      const providers = await listedProviders(services)
      sendJson(response, 200, { signedIn: caller !== null, setupNeeded, mail: mail !== null, providers })
    },
    async 'POST /auth/sign-in'(request, response) {
      const shown = await readTexts(request, ['email', 'password'])
      const result = await signIn(services, shown, originOfRequest(admission, request))
      if (!result) throw new HttpError(401, 'The address or the password is wrong.')
      if ('session' in result) return cookies.begin(request, response, result.session)
      cookies.setSecondStep(request, response, result.secondStep)
      sendJson(response, 200, { secondFactor: true })
    },
    async 'POST /auth/second-factor'(request, response) {
      const { code } = await readTexts(request, ['code'])
      const token = readCookie(request.headers.cookie, SECOND_STEP_COOKIE)
      const result = await finishSignIn(services, { token, code }, originOfRequest(admission, request))
      if (result === 'over') throw new HttpError(401, AGAIN)
      if (result === 'wrong') throw new HttpError(401, 'The code is wrong, or it was used already.')
      cookies.begin(request, response, result.session)
    },
    async 'POST /auth/sign-out'(request, response) {
      refuseForeignSite(request)
      const token = readCookie(request.headers.cookie, SESSION_COOKIE)
      if (token !== null && tokens.check('session', token)) await signOut(services, token)
      cookies.end(request, response)
    },
    async 'POST /auth/setup'(request, response) {
      const input = await readTexts(request, ['token', 'organization', 'name', 'email', 'password'])
      const session = await setUp(services, input, originOfRequest(admission, request))
      if (session === null) {
        throw new HttpError(403, 'The token is not the one that the start of the server printed, or it was used.')
      }
      cookies.begin(request, response, session)
    },
    async 'POST /auth/switch'(request, response) {
      const { organization } = await readTexts(request, ['organization'])
      const caller = await personOfCookie(admission, request)
      const token = readCookie(request.headers.cookie, SESSION_COOKIE)
      if (!caller || token === null) throw new HttpError(401, 'Sign in first.')
      if (caller.viewer.session?.providerId != null) {
        throw new HttpError(403, 'You signed in with an identity provider, whose sessions stay in their organization.')
      }
      const id = /^[1-9]\d{0,8}$/.test(organization) ? Number(organization) : null
      const moved = id === null ? null : await switchOrganization(services, token, id, caller.address)
      if (moved === null) throw new HttpError(404, 'You belong to no such organization.')
      cookies.begin(request, response, moved)
    },
  }
}

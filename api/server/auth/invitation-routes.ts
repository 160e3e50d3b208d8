import { acceptInvitation, type AcceptRefusal, findInvitation } from '../../features/people/index.ts'
import { HttpError, sendJson, type Handler } from '../http.ts'
import { type AuthOptions, originOfRequest, personOfCookie } from './auth-options.ts'
import { readTexts } from './read-texts.ts'

const OVER = 'This invitation was used already, was taken back, or is over. Ask for a new one.'

/** Coming into an organization by invitation. */
export function invitationRoutes({ services, admission, cookies }: AuthOptions): Record<string, Handler> {
  return {
    async 'POST /auth/invitation'(request, response) {
      const { token } = await readTexts(request, ['token'])
      const invitation = await findInvitation(services, token)
      if (!invitation) throw new HttpError(404, OVER)
      const { organization, email, role, userId } = invitation
      sendJson(response, 200, { organization, email, role, accountExists: userId !== null })
    },
    async 'POST /auth/accept'(request, response) {
      const acceptance = await readTexts(request, ['token', 'name?', 'password?'])
      const caller = await personOfCookie(admission, request)
      const origin = originOfRequest(admission, request)
      const result = await acceptInvitation(services, acceptance, caller?.viewer ?? null, origin)
      if (typeof result === 'string') throw refusalOf(result)
      cookies.begin(request, response, result.session)
    },
  }
}

function refusalOf(refusal: AcceptRefusal): HttpError {
  if (refusal === 'over') return new HttpError(404, OVER)
  if (refusal === 'sign-in') {
    return new HttpError(401, 'There is an account with this address. Sign in with it, and open the link again.')
  }
  const why = 'You signed in with an identity provider, whose sessions stay in their organization.'
  return new HttpError(403, `${why} Sign in with your password, and open the link again.`)
}

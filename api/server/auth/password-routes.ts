import { resetPassword, sendResetLink } from '../../features/people/index.ts'
import { HttpError, type Handler } from '../http.ts'
import type { AuthOptions } from './auth-options.ts'
import { readTexts } from './read-texts.ts'

/** A forgotten password. */
export function passwordRoutes({ services, admission }: AuthOptions): Record<string, Handler> {
  return {
    async 'POST /auth/forgot'(request, response) {
      const { email } = await readTexts(request, ['email'])
      // Answered before anything is looked up: neither the answer nor its time tells who has an account.
      response.writeHead(204, { 'Cache-Control': 'no-store' }).end()
      await sendResetLink(services, email)
    },
    async 'POST /auth/reset'(request, response) {
      const shown = await readTexts(request, ['token', 'password'])
      if (!(await resetPassword(services, shown, admission.addressOf(request)))) {
        throw new HttpError(404, 'This link was used already, or it is over. Ask for a new one.')
      }
      response.writeHead(204, { 'Cache-Control': 'no-store' }).end()
    },
  }
}

import type { Log } from '../lib/log.ts'
import type { Mailer } from '../lib/mailer.ts'

/** A mailer whose failures are logged, with the address that did not get its letter. They reach the caller all the same. */
export function loggedMailer(mailer: Mailer, log: Log): Mailer {
  return {
    async send(mail) {
      try {
        await mailer.send(mail)
      } catch (error) {
        log.error('A letter could not be sent', { to: mail.to, subject: mail.subject, error })
        throw error
      }
    },
  }
}

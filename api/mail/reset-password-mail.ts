import type { Mail } from '../lib/mailer.ts'
import { writeMail } from './letter.ts'

/** The letter to somebody who forgot the password. */
export function resetPasswordMail(to: string, url: string): Mail {
  return writeMail(to, {
    subject: 'Choose a new password for Tachograph',
    sentences: ['Somebody, hopefully you, asked for a new password.', 'The link works once, within an hour.'],
    link: { label: 'Choose a new password', url },
    ending: 'If it was not you, do nothing: your password stays as it is.',
  })
}

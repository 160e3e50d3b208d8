import { expect, test } from 'vitest'
import { loggedMailer } from './logged-mailer.ts'

const mail = { to: 'ada@example.com', subject: 'Choose a new password', text: 'secret link', html: 'secret link' }

test('a letter that fails is logged without its text, and fails', async () => {
  const logged: unknown[] = []
  const log = { info: () => {}, error: (...line: unknown[]) => void logged.push(line) }
  const error = new Error('refused')
  const mailer = loggedMailer({ send: () => Promise.reject(error) }, log)
  await expect(mailer.send(mail)).rejects.toBe(error)
  expect(logged).toEqual([['A letter could not be sent', { to: mail.to, subject: mail.subject, error }]])
  expect(JSON.stringify(logged)).not.toContain('secret link')
  await loggedMailer({ send: async () => {} }, log).send(mail)
  expect(logged).toHaveLength(1)
})

import { expect, onTestFinished, test } from 'vitest'
import { resetPasswordMail, smtpMailer } from './index.ts'
import { testMailServer } from './testing.ts'

const from = 'Tachograph <tachograph@example.com>'
const letterTo = (to: string) => resetPasswordMail(to, 'https://example.com/reset-password?token=abc')

test('a letter arrives over a real socket, in text and HTML', async () => {
  const server = await testMailServer()
  onTestFinished(server.close)
  await smtpMailer({ url: server.url, from }).send(letterTo('ada@example.com'))
  const [letter] = server.received
  expect(letter).toMatchObject({ from: 'tachograph@example.com', to: ['ada@example.com'] })
  expect(letter!.raw).toContain('Subject: Choose a new password for Tachograph')
  expect(letter!.raw).toContain('Content-Type: text/plain')
  expect(letter!.raw).toContain('Content-Type: text/html')
  expect(await server.linkFor('ada@example.com')).toBe('https://example.com/reset-password?token=abc')
})

test('one address stays one address, and a line break makes no header', async () => {
  const server = await testMailServer()
  onTestFinished(server.close)
  const mailer = smtpMailer({ url: server.url, from })
  for (const to of [
    'eve,ada@example.com',
    '<ada@example.com>,eve@example.com',
    'a@example.com\r\nBcc: eve@example.com',
  ]) {
    await mailer.send(letterTo(to)).catch(() => {})
  }
  await mailer.send({ ...letterTo('ada@example.com'), subject: 'Hello\r\nBcc: eve@example.com' })
  for (const letter of server.received) {
    expect(letter.to).toHaveLength(1)
    expect(letter.raw).not.toMatch(/^Bcc:/im)
  }
})

test('a mail server that refuses or is not there rejects', async () => {
  const server = await testMailServer({ refuse: true })
  await expect(smtpMailer({ url: server.url, from }).send(letterTo('ada@example.com'))).rejects.toThrow(
    'No such mailbox',
  )
  await server.close()
  await expect(smtpMailer({ url: server.url, from }).send(letterTo('ada@example.com'))).rejects.toThrow('ECONNREFUSED')
})

import { expect, test } from 'vitest'
import { invitationMail, resetPasswordMail } from './index.ts'

const invitation = {
  organization: 'Ada & <Sons>',
  role: 'editor' as const,
  invitedBy: 'Ada "the first"',
  url: 'https://example.com/invitation?token=a&b="',
  expiresAt: new Date('2026-11-27T10:00:00Z'),
}

test('an invitation says who invites whom to what, until when', () => {
  const mail = invitationMail('bob@example.com', invitation)
  expect(mail.to).toBe('bob@example.com')
  expect(mail.subject).toBe('You are invited to Ada & <Sons> on Tachograph')
  expect(mail.text).toContain('Ada "the first" invites you to join Ada & <Sons> as editor.')
  expect(mail.text).toContain('before November 27, 2026 ends (UTC)')
  expect(mail.text).toContain('\nhttps://example.com/invitation?token=a&b="\n')
})

test('names of others cannot become markup', () => {
  const { html } = invitationMail('bob@example.com', invitation)
  expect(html).toContain('Ada &#38; &#60;Sons&#62;')
  expect(html).toContain('href="https://example.com/invitation?token=a&#38;b=&#34;"')
  expect(html).not.toContain('<Sons>')
})

test('the reset letter says the same in text and HTML', () => {
  const { text, html } = resetPasswordMail('a@example.com', 'https://example.com/reset-password?token=x')
  for (const part of ['within an hour', 'https://example.com/reset-password?token=x', 'do nothing']) {
    expect(text).toContain(part)
    expect(html).toContain(part)
  }
})

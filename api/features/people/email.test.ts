import { expect, test } from 'vitest'
import { readEmail } from './email.ts'

test.each([
  [' Ada@Example.COM ', 'ada@example.com'],
  ["o'neil+x@sub.example.co.uk", "o'neil+x@sub.example.co.uk"],
  ['demo@localhost', 'demo@localhost'],
  ['zoë@münchen.example', 'zoë@münchen.example'],
])('%j', (text, email) => {
  expect(readEmail(text)).toBe(email)
})

test.each([
  '',
  '@',
  'a@',
  '@b',
  'a b@c',
  'a@b@c',
  'a@b\r\nBcc:c@d',
  'eve,ada@example.com',
  'Ada <ada@example.com>',
  'a@b;c',
  '"a"@b',
  'a(x)@b',
  'a\0@b',
  'a@b\ud800',
  `${'a'.repeat(200)}@b`,
])('%j is no address', (text) => {
  expect(() => readEmail(text)).toThrow('is not an e-mail address')
})

import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeTotpSecret, stepOfCode, totpUrl } from './totp.ts'

/** RFC 6238 and 4226, written down once more: a code of the library alone would prove nothing. */
function codeAt(secret: Buffer, seconds: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = digest.at(-1)! & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

// The secret of the test vectors of RFC 6238, "12345678901234567890".
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('the code of RFC 6238 at second %i', (seconds, code) => {
  expect(codeAt(Buffer.from('12345678901234567890'), seconds)).toBe(code)
  expect(stepOfCode(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

test('a code counts one step early and one late, and no longer', () => {
  const step = 41152263
  const code = codeAt(Buffer.from('12345678901234567890'), step * 30)
  for (const late of [-1, 0, 1]) expect(stepOfCode(secret, code, new Date((step + late) * 30_000))).toBe(step)
  for (const late of [-2, 2]) expect(stepOfCode(secret, code, new Date((step + late) * 30_000))).toBeNull()
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '1e5', '-12345', '000000'])('"%s" is wrong', (code) => {
  expect(stepOfCode(secret, code, new Date(59_000))).toBeNull()
})

test('a new secret has 160 bits, and the address names it and the person', () => {
  const made = makeTotpSecret()
  expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(makeTotpSecret()).not.toBe(made)
  const url = new URL(totpUrl(made, 'ada@example.com'))
  expect(url.protocol).toBe('otpauth:')
  expect(decodeURIComponent(url.pathname)).toContain('Tachograph:ada@example.com')
  expect(url.searchParams.get('secret')).toBe(made)
})

import { expect, test } from 'vitest'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts'

test('ten different codes of 16 letters out of 32, which is 80 bits', () => {
  const codes = makeRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  expect(new Set(Array.from({ length: 100 }, makeRecoveryCodes).join('').replaceAll(/[-,]/g, '')).size).toBe(32)
})

test('a code counts however it is typed', () => {
  const [code] = makeRecoveryCodes()
  for (const typed of [code!.toLowerCase(), code!.replaceAll('-', ''), ` ${code!.replaceAll('-', ' ')} `]) {
    expect(hashRecoveryCode(typed)).toEqual(hashRecoveryCode(code!))
  }
  expect(hashRecoveryCode(code!.slice(1))).not.toEqual(hashRecoveryCode(code!))
})

import { createHash, randomInt } from 'node:crypto'

const CODES = 10
/** No letters that are read for digits, or for one another. 32 of them: five bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 16

/** Ten codes of 80 bits, in groups of four, to be written down: each stands in for the second factor once. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
  })
}

/** What is stored of a code, however it was typed. 80 random bits need no slow hash. */
export function hashRecoveryCode(code: string): Buffer {
  const letters = code.toUpperCase().replace(/[\s-]/g, '')
  return createHash('sha256').update(letters).digest()
}

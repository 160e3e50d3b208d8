import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { makeTurns } from '../../lib/turns.ts'

/** OWASP's setting for scrypt: 128 MiB would be 2^17; 2^15 with p = 3 is named as its equal at 32 MiB. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const KEY_BYTES = 32

/** A salted scrypt hash, as text that carries its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt:${salt.toString('base64url')}:${(await derive(password, salt)).toString('base64url')}`
}

/**
 * Whether a password belongs to a hash. With no hash (nobody has that address) it takes just as long and answers false, so
 * that the time of an answer does not tell who has an account.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, salt, expected] = (hash ?? NOBODY).split(':')
  const derived = await derive(password.slice(0, 1000), Buffer.from(salt!, 'base64url'))
  return timingSafeEqual(derived, Buffer.from(expected!, 'base64url')) && hash !== null
}

const NOBODY = `scrypt:${Buffer.alloc(16).toString('base64url')}:${Buffer.alloc(KEY_BYTES).toString('base64url')}`

/** Of the four threads that Node has for such work two stay free, for files and names: many sign-ins stop nothing else. */
const turns = makeTurns(2)

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const plain = password.normalize('NFKC')
  return turns.take(
    () =>
      new Promise((resolve, reject) => {
        scrypt(plain, salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)))
      }),
  )
}

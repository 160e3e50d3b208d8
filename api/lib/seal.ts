import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts what is stored and must be read again, such as the credentials of other systems. */
export interface Seal {
  seal(text: string): Buffer
  /** The text. Throws when it was sealed with a secret that is not here any more, or was tampered with. */
  open(sealed: Buffer): string
  /** Whether it was sealed with an older secret: seal it again. */
  isOld(sealed: Buffer): boolean
}

const ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM with a key made from the server's secret. What is sealed names its key (the first four bytes of its hash), so
 * secrets can be replaced: the first one seals, all of them open.
 */
export function makeSeal(secrets: readonly string[]): Seal {
  const keys = secrets.map((secret) => {
    const key = Buffer.from(hkdfSync('sha256', secret, '', 'tachograph seal', 32))
    return { key, id: createHash('sha256').update(key).digest().subarray(0, ID_BYTES) }
  })
  const current = keys[0]!
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce, { authTagLength: TAG_BYTES })
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([current.id, nonce, encrypted, cipher.getAuthTag()])
    },
    open(sealed) {
      const found = keys.find(({ id }) => id.equals(sealed.subarray(0, ID_BYTES)))
      if (!found)
        throw new Error('This was sealed with a secret that is not known here: add it to TACHOGRAPH_OLD_SECRETS')
      const nonce = sealed.subarray(ID_BYTES, ID_BYTES + NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', found.key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      const encrypted = sealed.subarray(ID_BYTES + NONCE_BYTES, -TAG_BYTES)
      return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8')
    },
    isOld: (sealed) => !current.id.equals(sealed.subarray(0, ID_BYTES)),
  }
}

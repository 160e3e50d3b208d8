import { hash } from 'node:crypto'

/**
 * An id that is the same whoever computes it: a UUID (version 8, RFC 9562) made of the SHA-256 of what it stands for.
 *
 * @example hashedUuid([1, 'build', '7']) // 'e7142702-2e1d-84f7-b460-a7267bce9537'
 */
export function hashedUuid(identity: readonly (string | number | null)[]): string {
  const hex = hash('sha256', JSON.stringify(identity), 'hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const safe = /^(https?:\/\/|mailto:)/i
const ownPath = /^(\/(?![/\\])|#|\?)/

/**
 * An address that a link of a text may lead to: http, https, mailto, and paths of this server. Null for any other, such as
 * `javascript:` and `data:`, however it is written, and for addresses of another server that look like a path.
 *
 * @example safeAddress('/jobs?status=FAILED') // '/jobs?status=FAILED'
 * @example safeAddress('javascript:alert(1)') // null
 */
export function safeAddress(address: string): string | null {
  // Browsers leave out control characters and space at the start, and tabs and line ends anywhere.
  const read = address.replace(/[\u0000-\u0020\u007f]/g, '')
  return safe.test(read) || ownPath.test(read) ? read : null
}

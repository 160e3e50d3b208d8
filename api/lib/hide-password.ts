/**
 * An address for people to read: what may be a password in it is replaced by `***`. It need not be a correct address; all
 * that stands before its last `@` counts as secret then, except for the scheme and the user.
 *
 * @example hidePassword('postgres://ann:secret@db:5432/a') // 'postgres://ann:***@db:5432/a'
 */
export function hidePassword(address: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(address)?.[0] ?? ''
  const rest = address
    .slice(scheme.length)
    .replace(/^([^:@]*):.*@/s, '$1:***@')
    .replaceAll(/([?&][^=&]*(?:password|secret|token)[^=&]*=)[^&]*/gi, '$1***')
  return scheme + rest
}

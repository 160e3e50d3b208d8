/**
 * An address of this page, from one that came in from outside. A link could ask to be led to another site after signing
 * in; only a path of our own is followed, anything else leads to the jobs.
 * @example ownAddress('/jobs?status=failed') // '/jobs?status=failed'
 * @example ownAddress('//elsewhere.example') // '/jobs'
 */
export function ownAddress(address: string): string {
  const base = 'https://own.invalid'
  const url = URL.parse(address, base)
  const own = url !== null && url.origin === base && address.startsWith('/') && !url.pathname.startsWith('//')
  return own ? `${url.pathname}${url.search}${url.hash}` : '/jobs'
}

/** Where a provider sends people back to: the same address for all providers. */
export function redirectUrl(publicUrl: string): string {
  return `${publicUrl}/auth/callback`
}

/** Where a sign-in through a provider begins. */
export function signInUrl(publicUrl: string, provider: { organizationId: number; id: number }): string {
  return `${publicUrl}/auth/provider/${provider.organizationId}/${provider.id}`
}

/** A path of this server to go to, from what a link asks for; anything else leads to the first page. */
export function ownPath(text: string | null): string {
  const base = 'http://own.invalid'
  if (!text?.startsWith('/') || text.length > 2000 || !URL.canParse(text, base)) return '/'
  const { origin, pathname, search, hash } = new URL(text, base)
  const isOwn = origin === base && !pathname.startsWith('//') && !pathname.startsWith('/auth/')
  return isOwn ? pathname + search + hash : '/'
}

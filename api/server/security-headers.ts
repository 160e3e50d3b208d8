import type { IncomingMessage, ServerResponse } from 'node:http'

/** For answers that are no page: nothing in them may load or run anything, should a browser ever show one. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const YEAR_SECONDS = 31_536_000
/** What a browser could offer that no page of ours asks for. */
const UNUSED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer']
  .concat('microphone', 'midi', 'payment', 'publickey-credentials-get', 'serial', 'usb', 'xr-spatial-tracking')
  .map((feature) => `${feature}=()`)
  .join(', ')

/** On every answer. Pages set a content security policy of their own over this one. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', NOTHING)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', UNUSED)
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  if (isHttps(request)) response.setHeader('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`)
}

/** Whether the browser used https, by what the proxy before us says. Whoever makes it up deceives nobody but oneself. */
export function isHttps(request: IncomingMessage): boolean {
  return request.headers['x-forwarded-proto'] === 'https'
}

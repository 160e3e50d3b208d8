import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30

/** A new secret for an authenticator app, as text that can be typed. */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that a QR code shows to an authenticator app. */
export function totpUrl(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/**
 * The time step that a code belongs to, or null when it is wrong at this time. The steps before and after count too: clocks
 * differ, and people type slowly. Whoever takes the code remembers the step, so that it counts once.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!isTotp(code)) return null
  const delta = totpOf(secret).validate({ token: plain(code), timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

/** Whether this looks like a code of an app; recovery codes do not. */
export function isTotp(code: string): boolean {
  return /^\d{6}$/.test(plain(code))
}

function plain(code: string): string {
  return code.replaceAll(' ', '')
}

function totpOf(secret: string, label = ''): TOTP {
  const options = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS }
  return new TOTP({ ...options, issuer: 'Tachograph', label, secret: Secret.fromBase32(secret) })
}

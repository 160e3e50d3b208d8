import { join, resolve } from 'node:path'
import { hidePassword } from './lib/hide-password.ts'
import { UserError } from './lib/user-error.ts'
import { readNetworks } from './lib/networks.ts'

/** What the environment decides. */
export interface Config {
  /** True when NODE_ENV is production: nothing that helps who tries out, and nothing secret is made up. */
  production: boolean
  /** A PostgreSQL server to use. Null: the embedded one. */
  databaseUrl: string | null
  /** Where the page and the API are served. 0 lets the system choose. */
  port: number
  /** Where people reach the server, without a slash at the end. Null: at the port, on this machine. */
  publicUrl: string | null
  /** For the embedded database and the credentials of the demo. Absolute. */
  dataDirectory: string
  demo: boolean
  /** What tokens are made and credentials are sealed with: the current one first, then older ones. Null: one is made. */
  secrets: readonly string[] | null
  /** Whether programs may ask for the schema. */
  introspection: boolean
  /** Sites whose pages may ask with a key, as `https://host`. */
  origins: readonly string[]
  /** Networks of proxies that are believed when they say who a request came from. */
  proxies: readonly string[]
  /** Private networks with servers that users may name, such as an identity provider. Outside of production: all. */
  privateNetworks: readonly string[]
  redisUrl: string | null
  smtpUrl: string | null
  /** Whom letters come from. */
  mailFrom: string
  /** A service that knows breached passwords, asked by the first characters of a hash. Null: none is asked. */
  pwnedPasswordsUrl: string | null
}

type Environment = Record<string, string | undefined>

/** Beside the code, so that it is the same one from whichever folder a command is run. */
const DEFAULT_DATA_DIRECTORY = join(import.meta.dirname, '..', '.tachograph')
const SHORTEST_SECRET = 32

/**
 * Reads the configuration. This is the only place that reads the environment. A variable that is empty counts as not set.
 * Throws a UserError that names the variable, its value (never a password or a secret) and what is expected instead.
 */
export function readConfig(environment: Environment = process.env): Config {
  const read = (name: string) => environment[name]?.trim() || null
  const production = read('NODE_ENV') === 'production'
  return {
    production,
    databaseUrl: readUrl('DATABASE_URL', read('DATABASE_URL'), ['postgres', 'postgresql']),
    port: readPort(read('PORT')),
    publicUrl: readUrl('TACHOGRAPH_URL', read('TACHOGRAPH_URL'), ['https', 'http'])?.replace(/\/+$/, '') ?? null,
    dataDirectory: resolve(read('TACHOGRAPH_DATA_DIR') ?? DEFAULT_DATA_DIRECTORY),
    demo: readSwitch('TACHOGRAPH_DEMO', read('TACHOGRAPH_DEMO'), true),
    secrets: readSecrets(read('TACHOGRAPH_SECRET'), read('TACHOGRAPH_OLD_SECRETS'), production),
    introspection: readSwitch('TACHOGRAPH_INTROSPECTION', read('TACHOGRAPH_INTROSPECTION'), !production),
    origins: readList(read('TACHOGRAPH_ORIGINS')).map(readOrigin),
    proxies: readNetworks('TACHOGRAPH_PROXIES', readList(read('TACHOGRAPH_PROXIES'))),
    privateNetworks: readNetworks('TACHOGRAPH_PRIVATE_NETWORKS', readList(read('TACHOGRAPH_PRIVATE_NETWORKS'))),
    redisUrl: readUrl('REDIS_URL', read('REDIS_URL'), ['redis', 'rediss']),
    smtpUrl: readUrl('SMTP_URL', read('SMTP_URL'), ['smtp', 'smtps']),
    mailFrom: read('MAIL_FROM') ?? 'Tachograph <tachograph@localhost>',
    pwnedPasswordsUrl: readUrl('PWNED_PASSWORDS_URL', read('PWNED_PASSWORDS_URL'), ['https', 'http']),
  }
}

function readSecrets(current: string | null, old: string | null, production: boolean): string[] | null {
  if (current === null) {
    if (old !== null) throw new UserError('TACHOGRAPH_OLD_SECRETS is set, but TACHOGRAPH_SECRET is not: set it too.')
    if (!production) return null
    throw new UserError(
      `TACHOGRAPH_SECRET is not set. In production it has to be: use ${SHORTEST_SECRET} random characters or more, for ` +
        'example from: openssl rand -base64 48',
    )
  }
  const older = readList(old)
  for (const secret of [current, ...older])
    checkSecret(secret === current ? 'TACHOGRAPH_SECRET' : 'TACHOGRAPH_OLD_SECRETS', secret)
  return [current, ...older]
}

/** Words that stand in samples and not in random text of this length. */
const SAMPLES = /change.?me|example|sample|secret|password|tachograph|placeholder|12345678|abcdefgh/i

function checkSecret(name: string, secret: string) {
  const advice = `Use ${SHORTEST_SECRET} random characters or more, for example from: openssl rand -base64 48`
  if (secret.length < SHORTEST_SECRET) {
    throw new UserError(`${name} has ${secret.length} characters, which is too short. ${advice}`)
  }
  if (SAMPLES.test(secret) || new Set(secret).size < 10) {
    throw new UserError(`${name} looks like a sample, which others know too. ${advice}`)
  }
}

function readPort(value: string | null): number {
  if (value === null) return 4000
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN
  if (port <= 65535) return port
  throw new UserError(`PORT is "${value}", but it has to be a whole number from 0 to 65535, such as 4000.`)
}

function readSwitch(name: string, value: string | null, otherwise: boolean): boolean {
  if (value === null) return otherwise
  if (value === 'on' || value === 'off') return value === 'on'
  throw new UserError(`${name} is "${value}", but it has to be on or off.`)
}

function readList(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readOrigin(value: string): string {
  if (URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value)) return value
  throw new UserError(
    `TACHOGRAPH_ORIGINS has "${value}", but each of its parts has to be a site, such as https://bi.example.com.`,
  )
}

function readUrl(name: string, value: string | null, schemes: string[]): string | null {
  if (value === null) return null
  const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : null
  if (scheme !== null && schemes.includes(scheme) && value.startsWith(`${scheme}://`)) return value
  throw new UserError(
    `${name} is "${hidePassword(value)}", but it has to be an address that begins with ${schemes.map((known) => `${known}://`).join(' or ')}` +
      `, such as ${EXAMPLES[name]}.`,
  )
}

const EXAMPLES: Record<string, string> = {
  DATABASE_URL: 'postgres://user:password@host:5432/database',
  REDIS_URL: 'redis://host:6379',
  SMTP_URL: 'smtp://user:password@host:587',
  TACHOGRAPH_URL: 'https://tachograph.example.com',
  PWNED_PASSWORDS_URL: 'https://api.pwnedpasswords.com',
}

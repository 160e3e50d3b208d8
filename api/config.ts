import { join, resolve } from 'node:path'
import { hidePassword } from './lib/hide-password.ts'
import { UserError } from './lib/user-error.ts'

/** What the environment decides. */
export interface Config {
  /** A PostgreSQL server to use. Null: the embedded one. */
  databaseUrl: string | null
  /** Where the page and the API are served. 0 lets the system choose. */
  port: number
  /** For the embedded database and the credentials of the demo. Absolute. */
  dataDirectory: string
  demo: boolean
  redisUrl: string | null
  smtpUrl: string | null
}

type Environment = Record<string, string | undefined>

/** Beside the code, so that it is the same one from whichever folder a command is run. */
const DEFAULT_DATA_DIRECTORY = join(import.meta.dirname, '..', '.tachograph')

/**
 * Reads the configuration. This is the only place that reads the environment. A variable that is empty counts as not set.
 * Throws a UserError that names the variable, its value (never a password) and what is expected instead.
 */
export function readConfig(environment: Environment = process.env): Config {
  const read = (name: string) => environment[name]?.trim() || null
  return {
    databaseUrl: readUrl('DATABASE_URL', read('DATABASE_URL'), ['postgres', 'postgresql']),
    port: readPort(read('PORT')),
    dataDirectory: resolve(read('TACHOGRAPH_DATA_DIR') ?? DEFAULT_DATA_DIRECTORY),
    demo: readSwitch('TACHOGRAPH_DEMO', read('TACHOGRAPH_DEMO'), true),
    redisUrl: readUrl('REDIS_URL', read('REDIS_URL'), ['redis', 'rediss']),
    smtpUrl: readUrl('SMTP_URL', read('SMTP_URL'), ['smtp', 'smtps']),
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
}

import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const RANDOM = 'q8Zr3vN1xK6tYw0LmP5sHd7JfB2cGuEa'
const OLDER = 'W4oT9iRb6XzQ1yVk8MnC3hSj5DgLp0Fe'

test('an empty environment gives the defaults', () => {
  const { dataDirectory, ...rest } = readConfig({})
  expect(rest).toEqual({
    production: false,
    databaseUrl: null,
    port: 4000,
    publicUrl: null,
    demo: true,
    secrets: null,
    introspection: true,
    origins: [],
    proxies: [],
    privateNetworks: [],
    redisUrl: null,
    smtpUrl: null,
    mailFrom: 'Tachograph <tachograph@localhost>',
    pwnedPasswordsUrl: null,
  })
  expect(dataDirectory).toMatch(/^\/.*\/[.]tachograph$/)
})

test('a variable that is empty counts as not set', () => {
  const empty = {
    DATABASE_URL: '',
    PORT: ' ',
    TACHOGRAPH_DEMO: '',
    TACHOGRAPH_DATA_DIR: '',
    REDIS_URL: '',
    SMTP_URL: '',
  }
  expect(readConfig(empty)).toEqual(readConfig({}))
})

test('reads every variable', () => {
  const config = readConfig({
    DATABASE_URL: 'postgresql://ann:secret@db/main',
    PORT: '0',
    TACHOGRAPH_DATA_DIR: '/data',
    TACHOGRAPH_DEMO: 'off',
    REDIS_URL: 'rediss://cache:6380',
    SMTP_URL: 'smtps://mail',
    NODE_ENV: 'production',
    TACHOGRAPH_URL: 'https://jobs.example.com/',
    TACHOGRAPH_SECRET: RANDOM,
    TACHOGRAPH_OLD_SECRETS: `${OLDER}, `,
    TACHOGRAPH_INTROSPECTION: 'on',
    TACHOGRAPH_ORIGINS: 'https://bi.example.com, http://localhost:3000',
    TACHOGRAPH_PROXIES: '10.0.0.0/8,::1',
    TACHOGRAPH_PRIVATE_NETWORKS: '192.168.7.0/24',
    MAIL_FROM: 'Jobs <jobs@example.com>',
    PWNED_PASSWORDS_URL: 'https://api.pwnedpasswords.com',
  })
  expect(config).toEqual({
    production: true,
    databaseUrl: 'postgresql://ann:secret@db/main',
    port: 0,
    publicUrl: 'https://jobs.example.com',
    dataDirectory: '/data',
    demo: false,
    secrets: [RANDOM, OLDER],
    introspection: true,
    origins: ['https://bi.example.com', 'http://localhost:3000'],
    proxies: ['10.0.0.0/8', '::1'],
    privateNetworks: ['192.168.7.0/24'],
    redisUrl: 'rediss://cache:6380',
    smtpUrl: 'smtps://mail',
    mailFrom: 'Jobs <jobs@example.com>',
    pwnedPasswordsUrl: 'https://api.pwnedpasswords.com',
  })
})

describe('the secret', () => {
  const production = { NODE_ENV: 'production' }

  test('has to be set in production, and introspection is off there', () => {
    expect(() => readConfig(production)).toThrow('TACHOGRAPH_SECRET is not set. In production it has to be')
    expect(readConfig({ ...production, TACHOGRAPH_SECRET: RANDOM }).introspection).toBe(false)
  })

  test.each([
    ['short', 'TACHOGRAPH_SECRET has 5 characters, which is too short.'],
    [RANDOM.slice(0, 31), 'TACHOGRAPH_SECRET has 31 characters'],
    ['change-me-change-me-change-me-change-me', 'TACHOGRAPH_SECRET looks like a sample'],
    ['a'.repeat(64), 'TACHOGRAPH_SECRET looks like a sample'],
    ['0123456789'.repeat(4), 'TACHOGRAPH_SECRET looks like a sample'],
    ['this-is-my-very-own-SECRET-of-this-server', 'TACHOGRAPH_SECRET looks like a sample'],
  ])('%s is refused, in production and elsewhere', (secret, sentence) => {
    for (const around of [production, {}]) {
      expect(() => readConfig({ ...around, TACHOGRAPH_SECRET: secret })).toThrow(sentence)
    }
    expect(() => readConfig({ TACHOGRAPH_SECRET: RANDOM, TACHOGRAPH_OLD_SECRETS: secret })).toThrow(
      sentence.replace('_SECRET ', '_OLD_SECRETS '),
    )
  })

  test('never stands in a message', () => {
    const secret = RANDOM.slice(0, 20)
    expect(() => readConfig({ TACHOGRAPH_SECRET: secret })).toThrow(expect.not.stringContaining(secret))
    expect(() => readConfig({ TACHOGRAPH_OLD_SECRETS: RANDOM })).toThrow('TACHOGRAPH_SECRET is not: set it too.')
  })
})

test.each([
  ['PORT', 'abc', 'PORT is "abc", but it has to be a whole number from 0 to 65535, such as 4000.'],
  ['PORT', '65536', 'PORT is "65536"'],
  ['PORT', '-1', 'PORT is "-1"'],
  ['PORT', '40.5', 'PORT is "40.5"'],
  ['TACHOGRAPH_DEMO', 'maybe', 'TACHOGRAPH_DEMO is "maybe", but it has to be on or off.'],
  [
    'DATABASE_URL',
    'mysql://ann:secret@db/a',
    'DATABASE_URL is "mysql://ann:***@db/a", but it has to be an address that begins with postgres:// or ' +
      'postgresql://, such as postgres://user:password@host:5432/database.',
  ],
  ['DATABASE_URL', 'postgres:db', 'DATABASE_URL is "postgres:db"'],
  ['DATABASE_URL', 'postgres://ann:se#cr/et@db:x', 'DATABASE_URL is "postgres://ann:***@db:x"'],
  ['DATABASE_URL', 'somewhere', 'DATABASE_URL is "somewhere"'],
  ['REDIS_URL', 'http://cache', 'REDIS_URL is "http://cache", but it has to be an address that begins with redis://'],
  ['TACHOGRAPH_URL', 'jobs.example.com', 'TACHOGRAPH_URL is "jobs.example.com"'],
  ['TACHOGRAPH_ORIGINS', 'https://a.example/path', 'TACHOGRAPH_ORIGINS has "https://a.example/path"'],
  ['TACHOGRAPH_ORIGINS', '*', 'TACHOGRAPH_ORIGINS has "*"'],
  ['TACHOGRAPH_PROXIES', 'proxy', 'TACHOGRAPH_PROXIES has "proxy", which is no network'],
  ['SMTP_URL', 'mail:25', 'SMTP_URL is "mail:25", but it has to be an address that begins with smtp://'],
])('%s=%s is refused', (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(sentence)
})

test('no message shows a password', () => {
  for (const value of [
    'mysql://ann:secret@db',
    'postgres//ann:secret@db',
    'ann:secret@db',
    'postgres:ann:secret@db:p',
  ]) {
    expect(() => readConfig({ DATABASE_URL: value })).toThrow(/^DATABASE_URL is "((?!secret).)*$/)
  }
})

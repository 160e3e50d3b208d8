import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('an empty environment gives the defaults', () => {
  const { dataDirectory, ...rest } = readConfig({})
  expect(rest).toEqual({ databaseUrl: null, port: 4000, demo: true, redisUrl: null, smtpUrl: null })
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
  })
  expect(config).toEqual({
    databaseUrl: 'postgresql://ann:secret@db/main',
    port: 0,
    dataDirectory: '/data',
    demo: false,
    redisUrl: 'rediss://cache:6380',
    smtpUrl: 'smtps://mail',
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

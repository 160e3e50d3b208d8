import { expect, test } from 'vitest'
import { readyMessage } from './ready-message.ts'

const ready = { port: 4000, engine: 'PostgreSQL 18.4', folder: '/data', demo: null, setupToken: null }

test('with the demo it says how to sign in and shows a key', () => {
  const demo = { email: 'demo@tachograph.local', password: 'pass', key: 'tg_key' }
  expect(readyMessage({ ...ready, demo })).toBe(`
Tachograph is ready.

  Address      http://localhost:4000
  Database     PostgreSQL 18.4, embedded, in /data
  Sign in      demo@tachograph.local, password pass
  API key      tg_key

Ctrl-C stops it.
`)
})

test('with nothing there yet it shows the token that the page asks for', () => {
  expect(readyMessage({ ...ready, setupToken: 'abc' })).toContain(
    '  Setup token  abc\n               The page asks for it to make the first organization and its owner.\n',
  )
})

test('with organizations of somebody it names the commands', () => {
  const text = readyMessage({ ...ready, folder: null })
  expect(text).toContain('  Database     PostgreSQL 18.4\n')
  expect(text).toContain('npx tachograph create-key --name NAME --scope read')
})

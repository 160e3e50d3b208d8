import { expect, test } from 'vitest'
import { lastReason } from './server-log.ts'

const LOG = `
2026-11-20 11:09:51.815 UTC [19941] LOG:  starting PostgreSQL 18.4 on x86_64-pc-linux-gnu, 64-bit
2026-11-20 11:09:51.816 UTC [19941] FATAL:  database files are incompatible with server
2026-11-20 11:09:51.816 UTC [19941] DETAIL:  The data directory was initialized by PostgreSQL version 17.
2026-11-20 11:09:51.862 UTC [19941] LOG:  database system is shut down
`

test('the reason is the last fatal line with its detail', () => {
  expect(lastReason(LOG)).toBe(
    'database files are incompatible with server: The data directory was initialized by PostgreSQL version 17.',
  )
})

test('without a fatal line it is the last line', () => {
  expect(lastReason('one\ntwo: no such file\n')).toBe('two: no such file')
  expect(lastReason('\n')).toBeNull()
})

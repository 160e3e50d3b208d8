import { expect, test } from 'vitest'
import { auditDownload, auditVariables } from './audit-query.ts'
import { isNarrowed, readAuditSearch } from './audit-search.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

test('an empty address asks for the newest events, and downloads all', () => {
  const search = readAuditSearch({})
  expect(auditVariables(search, now, 'UTC')).toEqual({ filter: null, first: 50, after: null })
  expect(auditDownload(search, now, 'UTC')).toBe('/export/audit.csv')
  expect(isNarrowed(search)).toBe(false)
})

test('what the address names is asked for, and its range is what is downloaded', () => {
  const search = readAuditSearch({ text: 'ada', action: 'key.created', actor: 'grace', range: 'P1D', after: 'c1' })
  expect(auditVariables(search, now, 'UTC')).toEqual({
    filter: { text: 'ada', action: 'key.created', actor: 'grace', range: { last: 'P1D' } },
    first: 50,
    after: 'c1',
  })
  expect(auditDownload(search, now, 'UTC')).toBe(
    '/export/audit.csv?from=2026-11-19T12%3A00%3A00Z&to=2026-11-20T12%3A00%3A00Z',
  )
  expect(isNarrowed(search)).toBe(true)
})

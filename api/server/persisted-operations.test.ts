import { expect, test } from 'vitest'
import { keyViewer } from '../schema/testing.ts'
import { operationFinder } from './persisted-operations.ts'

const KEY = keyViewer(1, ['read_metrics'])
const VISITOR = { ...KEY, apiKey: null, shareLink: { id: 1, dashboardId: 'a' } }
const find = operationFinder(new Map([['abc', '{ sharedDashboard { title } }']]), { onlyPersisted: true })
const hash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

test('in production who came by a share link runs the operations of the page only; a key runs any', () => {
  const query = '{ sharedDashboard { id } }'
  expect(find({ query }, VISITOR)).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  expect(find({ query }, KEY)).toBe(query)
  expect(find(hash('abc'), VISITOR)).toBe('{ sharedDashboard { title } }')
  expect(find(hash('x'), VISITOR)).toMatchObject({ extensions: { code: 'UNKNOWN_OPERATION' } })
})

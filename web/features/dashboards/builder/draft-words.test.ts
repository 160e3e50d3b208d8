import { expect, test } from 'vitest'
import { formatClock } from '../../../lib/format-time.ts'
import { draftWords } from './draft-words.ts'

test('how a draft stands', () => {
  const savedAt = Date.UTC(2026, 10, 20, 14, 2, 9)
  expect(draftWords({ status: 'saved', savedAt: null, problem: null })).toBe('')
  expect(draftWords({ status: 'saved', savedAt, problem: null })).toBe(
    `Draft saved ${formatClock(savedAt).replace(/:09$/, '')}`,
  )
  expect(draftWords({ status: 'waiting', savedAt, problem: null })).toBe('Saving draft')
  expect(draftWords({ status: 'away', savedAt, problem: null })).toMatch(/^Draft kept here/)
  expect(draftWords({ status: 'refused', savedAt, problem: 'title: is empty' })).toBe(
    'Draft not saved: title: is empty',
  )
})

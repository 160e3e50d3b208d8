import { expect, test } from 'vitest'
import { namedRanges, type RangeChoice } from '../../lib/range.ts'
import { rangeDocumentWords, readRangeDocument, writeRangeDocument } from './range-document.ts'

test('every choice comes back from its document', () => {
  const choices: RangeChoice[] = [
    { kind: 'last', duration: 'P7D' },
    { kind: 'between', from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
    ...namedRanges.map((name) => ({ kind: 'named' as const, name })),
  ]
  expect(choices.map((choice) => readRangeDocument(writeRangeDocument(choice)))).toEqual(choices)
})

test('a range without a name is said in words', () => {
  const range = { previous: 'QUARTER', count: 3 }
  expect(readRangeDocument(range)).toBeNull()
  expect(rangeDocumentWords(range)).toBe('Previous 3 quarters')
  expect(readRangeDocument({ current: 'QUARTER' })).toBeNull()
  expect(rangeDocumentWords({ current: 'QUARTER' })).toBe('This quarter')
  expect(readRangeDocument({ last: 'P1D', to: '2026-11-02T00:00:00Z' })).toBeNull()
})

import { expect, test } from 'vitest'
import { namedRanges, type RangeChoice } from '../../lib/range.ts'
import { rangeDocumentWords, readRangeDocument, spanOfDocument, writeRangeDocument } from './range-document.ts'

test('every choice comes back from its document', () => {
  const choices: RangeChoice[] = [
    { kind: 'last', duration: 'P7D' },
    { kind: 'between', from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' },
    ...namedRanges.map((name) => ({ kind: 'named' as const, name })),
  ]
  expect(choices.map((choice) => readRangeDocument(writeRangeDocument(choice)))).toEqual(choices)
})

test('a range without a name is said in words', () => {
  const range = { previous: 'QUARTER' as const, count: 3 }
  expect(readRangeDocument(range)).toBeNull()
  expect(rangeDocumentWords(range)).toBe('Previous 3 quarters')
  expect(readRangeDocument({ current: 'QUARTER' })).toBeNull()
  expect(rangeDocumentWords({ current: 'QUARTER' })).toBe('This quarter')
  expect(readRangeDocument({ last: 'P1D', to: '2026-11-02T00:00:00Z' })).toBeNull()
})

test('the moments of a range, in its zone', () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  const moments = (range: Parameters<typeof spanOfDocument>[0]) => {
    const { from, to } = spanOfDocument(range, now, 'Europe/Berlin')
    return [new Date(from).toISOString(), new Date(to).toISOString()]
  }
  expect(moments({ previous: 'QUARTER', count: 2 })).toEqual(['2026-03-31T22:00:00.000Z', '2026-09-30T22:00:00.000Z'])
  expect(moments({ current: 'QUARTER' })).toEqual(['2026-09-30T22:00:00.000Z', '2026-11-20T12:00:00.000Z'])
  expect(moments({ previous: 'DAY', count: 7 })).toEqual(['2026-11-12T23:00:00.000Z', '2026-11-19T23:00:00.000Z'])
  expect(moments({ last: 'PT6H', to: '2026-11-02T06:00:00Z' })).toEqual([
    '2026-11-02T00:00:00.000Z',
    '2026-11-02T06:00:00.000Z',
  ])
  expect(moments({ from: '2026-11-02T06:00:00Z' })).toEqual(['2026-11-02T06:00:00.000Z', '2026-11-20T12:00:00.000Z'])
})

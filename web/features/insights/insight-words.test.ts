import { expect, test } from 'vitest'
import { feedbackSummary } from './feedback-summary.ts'
import {
  confidenceWords,
  contributionWords,
  extentWords,
  groupWords,
  methodWords,
  probabilityWords,
  shareWords,
  valueWords,
} from './insight-words.ts'

test('a confidence is words and a figure', () => {
  expect([0.94, 0.82, 0.5].map(confidenceWords)).toEqual([
    'Very likely real (94%)',
    'Likely real (82%)',
    'More likely real than not (50%)',
  ])
})

test('values have their unit, and money its currency', () => {
  expect(valueWords(72_000, { unit: 'MILLISECONDS', currency: null })).toBe('1 m 12 s')
  expect(valueWords(0.156, { unit: 'RATIO', currency: null })).toBe('15.6%')
  expect(valueWords(11.75, { unit: 'CURRENCY', currency: 'USD' })).toBe('$11.75')
})

test('a contribution is signed, and of a share it is in points', () => {
  expect(contributionWords(0.143, { unit: 'RATIO', currency: null })).toBe('+14.3 points')
  expect(contributionWords(-0.25, { unit: 'CURRENCY', currency: 'USD' })).toBe('−$0.25')
  expect(shareWords(0.917)).toBe('91.7%')
  expect(shareWords(-0.54)).toBe('−54%')
  expect(shareWords(null)).toBeNull()
})

test('a group is named by its dimensions, also by one that it does not have', () => {
  expect(
    groupWords([
      { dimension: 'attempt', value: '3' },
      { dimension: 'trigger', value: null },
    ]),
  ).toBe('attempt 3, trigger without value')
})

test('probabilities have two figures, and none is 0', () => {
  expect([0.0341, 0.5, 0.0001, 3e-9].map(probabilityWords)).toEqual(['0.034', '0.5', '0.0001', '< 0.0001'])
})

test('days are told as days, hours as hours, and what lasts since when', () => {
  const extent = (startedAt: string, endedAt: string | null) => extentWords({ startedAt, endedAt })
  expect(extent('2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z')).toBe('22 Nov 2026 (UTC)')
  expect(extent('2026-11-07T00:00:00.000Z', '2026-11-09T00:00:00.000Z')).toBe('7 – 8 Nov 2026 (UTC)')
  expect(extent('2026-11-07T13:00:00.000Z', '2026-11-07T15:00:00.000Z')).toBe('7 Nov 2026, 13:00 – 15:00 (UTC)')
  expect(extent('2026-08-30T00:00:00.000Z', null)).toBe('Since 30 Aug 2026 (UTC)')
  expect(extent('2026-08-30T05:00:00.000Z', null)).toBe('Since 30 Aug 2026, 05:00 (UTC)')
})

test('a method that the page does not know keeps the name that the server gives it', () => {
  expect(methodWords('MANN_WHITNEY')).toMatch(/before and after/)
  expect(methodWords('ORACLE')).toBe('ORACLE')
})

test('what the others say is counted, and one is no plural', () => {
  const said = (...useful: (boolean | null)[]) =>
    feedbackSummary(useful.map((one) => ({ name: 'x', useful: one, comment: null, givenAt: '', isMine: false })))
  expect(said()).toBe('')
  expect(said(null)).toBe('')
  expect(said(true)).toBe('1 other finds it useful')
  expect(said(true, true, false)).toBe('2 others find it useful, 1 does not')
  expect(said(true, false, false)).toBe('1 other finds it useful, 2 do not')
  expect(said(false)).toBe('1 other finds it not useful')
  expect(said(false, false)).toBe('2 others find it not useful')
  expect(feedbackSummary([{ name: 'x', useful: true, comment: null, givenAt: '', isMine: true }])).toBe('')
})

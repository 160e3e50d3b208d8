import { expect, test } from 'vitest'
import { answersSpan, spanWithin } from './answers-span.ts'

test('the range of whichever answer there is', () => {
  const passport = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' }
  const rest = {
    comparedFrom: null,
    comparedTo: null,
    asOf: passport.to,
    timezone: 'UTC',
    truncated: false,
    every: null,
  }
  const span = { from: Date.UTC(2026, 10, 20), to: Date.UTC(2026, 10, 21) }
  expect(answersSpan({ SERIES: { ...passport, ...rest, series: [] } })).toEqual(span)
  expect(answersSpan({})).toBeNull()
})

test('a bucket that sticks out is cut', () => {
  expect(spanWithin({ from: 0, to: 10 }, { from: 4, to: 20 })).toEqual({ from: 4, to: 10 })
})

import { expect, test } from 'vitest'
import { anomalySentence } from './anomaly-sentence.ts'
import { causeSentence } from './cause-sentence.ts'
import { changeSentence } from './change-sentence.ts'
import { forecastSentence } from './forecast-sentence.ts'
import { runSentence } from './run-sentence.ts'
import { seasonSentence } from './season-sentence.ts'
import type { Calendar, Subject } from './subject.ts'
import { trendSentence } from './trend-sentence.ts'

const DAY = 86_400_000
const start = Date.UTC(2026, 10, 12)
const name = (moment: number) => new Date(moment).toISOString().slice(0, 10)
const calendar: Calendar = { bucket: 'day', name, when: (moment) => `on ${name(moment)}` }

const failures: Subject = { title: 'Failure rate', of: 'nightly-import', unit: 'RATIO', currency: null }
const duration: Subject = { title: 'Duration', of: null, unit: 'MILLISECONDS', currency: null }
const cost: Subject = { title: 'Cost', of: 'eu', unit: 'CURRENCY', currency: 'EUR' }
const anomaly = { start, end: start, actual: 0.18, expected: 0.045, lower: 0.02, upper: 0.05 }
const change = { kind: 'LEVEL', at: start, before: 60_000, after: 200_000, slopeBefore: 0, slopeAfter: 0 } as const
const trend = { direction: 'UP', from: start, to: start + 10 * DAY, slopePerPoint: 3000, count: 11 } as const
const forecast = { at: start, value: 120, lower: 100, upper: 140.5, level: 0.95 }
const minutes = (n: number) => 60_000 * n
const run = {
  ...{ verb: 'It ran for', others: '40 runs at 02:00' },
  ...{ actual: minutes(12), expected: minutes(4), lower: minutes(3), upper: minutes(5) },
}
const cause = { before: 0.02, after: 0.18, group: 'region eu', contribution: 0.128 }

test.each<[string, string]>([
  [
    anomalySentence(failures, anomaly, calendar),
    'Failure rate of nightly-import came to 18% on 2026-11-12, where 2% to 5% is usual: 4 times as much.',
  ],
  [
    anomalySentence(failures, { ...anomaly, end: start + 2 * DAY, expected: 0, lower: -0.1, upper: 0 }, calendar),
    'Failure rate of nightly-import came to 18% at its farthest, from 2026-11-12 to 2026-11-14, where 0% is usual.',
  ],
  [
    anomalySentence(failures, { ...anomaly, actual: 0 }, calendar),
    'Failure rate of nightly-import came to 0% on 2026-11-12, where 2% to 5% is usual.',
  ],
  [
    anomalySentence(cost, { ...anomaly, actual: -20, expected: -10, lower: -12, upper: -8 }, calendar),
    'Cost of eu came to -EUR 20.00 on 2026-11-12, where -EUR 12.00 to -EUR 8.00 is usual: EUR 10.00 less.',
  ],
  [
    changeSentence(duration, change, calendar),
    'Duration rose from 1 min to 3 min 20 s on 2026-11-12: 3.3 times as long.',
  ],
  [
    changeSentence(cost, { ...change, before: 120, after: 90 }, calendar),
    'Cost of eu fell from EUR 120.00 to EUR 90.00 on 2026-11-12: 25% less.',
  ],
  [
    changeSentence(duration, { ...change, before: 60_000, after: 60_001 }, calendar),
    'Duration stayed near 1 min on 2026-11-12.',
  ],
  [
    changeSentence(duration, { ...change, kind: 'SLOPE', slopeBefore: 0, slopeAfter: -2000 }, calendar),
    'Duration went down by 2 s a day from 2026-11-12 on, and up by 0 s before.',
  ],
  [
    trendSentence(duration, trend, calendar),
    'Duration rose by about 3 s a day from 2026-11-12 to 2026-11-22: 30 s in all.',
  ],
  [
    trendSentence(cost, { ...trend, direction: 'DOWN', slopePerPoint: -2 }, calendar),
    'Cost of eu fell by about EUR 2.00 a day from 2026-11-12 to 2026-11-22: EUR 20.00 in all.',
  ],
  [
    trendSentence(duration, { ...trend, direction: 'NONE' }, calendar),
    'Duration neither rose nor fell clearly from 2026-11-12 to 2026-11-22.',
  ],
  [
    forecastSentence(cost, forecast, calendar),
    'Cost of eu: EUR 120.00 is expected on 2026-11-12, and in 95 of 100 such cases it is between EUR 100.00 and EUR 140.50.',
  ],
  [
    causeSentence(failures, cause),
    'Failure rate of nightly-import rose from 2% to 18%, and region eu explains 80% of that.',
  ],
  [
    causeSentence(cost, { before: 100, after: 90, group: 'region eu', contribution: -25 }),
    'Cost of eu fell from EUR 100.00 to EUR 90.00, and region eu alone took away EUR 25.00.',
  ],
  [
    causeSentence(cost, { before: 100, after: 90, group: 'region us', contribution: 15 }),
    'Cost of eu fell from EUR 100.00 to EUR 90.00, although region us added EUR 15.00.',
  ],
  [
    causeSentence(cost, { before: 100, after: 100, group: 'region us', contribution: 15 }),
    'Cost of eu stayed near EUR 100.00, although region us added EUR 15.00.',
  ],
  [
    seasonSentence(failures, { period: 7, strength: 0.861 }, calendar),
    'A period of 7 days explains 86.1% of the ups and downs of Failure rate of nightly-import.',
  ],
  [runSentence(run), 'It ran for 12 min, where 3 min to 5 min is usual of 40 runs at 02:00: 3 times as long.'],
  [
    runSentence({ ...run, verb: 'It waited for', actual: 0, expected: 0, lower: -500, upper: 2000 }),
    'It waited for 0 s, where 0 s to 2 s is usual of 40 runs at 02:00.',
  ],
])('%s', (sentence, expected) => {
  expect(sentence).toBe(expected)
})

test('what is no number is a wrong call', () => {
  expect(() => anomalySentence(failures, { ...anomaly, actual: NaN }, calendar)).toThrow(RangeError)
  expect(() => changeSentence(failures, { ...change, before: Infinity }, calendar)).toThrow(RangeError)
})

import { expect, test } from 'vitest'
import type { TimeRange } from '../../schema/time-range.ts'
import { autoGranularity } from './auto-granularity.ts'

const now = new Date('2026-11-20T12:00:00Z')

test.each<[TimeRange, string]>([
  [{ last: 'PT1H' }, 'MINUTE'],
  [{ last: 'PT6H' }, 'MINUTE'],
  [{ last: 'P1D' }, 'HOUR'],
  [{ last: 'P7D' }, 'HOUR'],
  [{ last: 'P30D' }, 'DAY'],
  [{ last: 'P1Y' }, 'WEEK'],
  [{ from: new Date('2000-01-01T00:00Z') }, 'YEAR'],
  [{ previous: 'MONTH' }, 'DAY'],
])('about a hundred buckets: %j', (range, expected) => {
  expect(autoGranularity(range, now, 'UTC')).toBe(expected)
})

test('a period that has only begun has the buckets that it will have at its end', () => {
  const begun = new Date('2026-11-01T00:01:00Z')
  for (const at of [begun, now]) expect(autoGranularity({ current: 'MONTH' }, at, 'UTC')).toBe('DAY')
  expect(autoGranularity({ current: 'DAY' }, begun, 'UTC')).toBe('HOUR')
})

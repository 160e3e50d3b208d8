import { expect, test } from 'vitest'
import { moreIs } from './more-is.ts'

test('failures, durations and costs are better when they are less', () => {
  const bad = ['failed', 'failure_rate', 'timed_out', 'duration_p95', 'queue_avg', 'queued', 'cost']
  expect(bad.map((measure) => moreIs(measure, 'usual'))).toEqual(bad.map(() => 'bad'))
  expect(moreIs('success_rate', 'usual')).toBe('good')
  expect(moreIs('throughput', 'usual')).toBe('good')
})

test('a number of jobs is neither, whatever it counts', () => {
  expect(moreIs('count', 'usual')).toBe('neutral')
  expect(moreIs('duration_count', 'usual')).toBe('neutral')
})

test('what was chosen goes before what is usual', () => {
  expect(moreIs('cost', 'neutral')).toBe('neutral')
  expect(moreIs('count', 'good')).toBe('good')
})

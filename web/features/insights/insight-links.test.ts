import { expect, test } from 'vitest'
import { jobsBehind, pipelineRange } from './insight-links.ts'

const insight = {
  kind: 'ANOMALY',
  measure: 'failure_rate',
  pipelineId: 'mail',
  startedAt: '2026-11-15T00:00:00.000Z',
  endedAt: '2026-11-16T00:00:00.000Z',
  baselineFrom: '2026-10-31T00:00:00.000Z',
} as const
const now = Date.parse('2026-11-20T12:00:30.000Z')

test('behind a failure rate are the jobs that failed while it lasted', () => {
  expect(jobsBehind(insight, now)).toEqual({
    pipeline: ['mail'],
    status: ['FAILED', 'TIMED_OUT'],
    from: '2026-11-15T00:00:00Z',
    to: '2026-11-16T00:00:00Z',
  })
})

test('behind what lasts are all jobs until now, to the minute', () => {
  expect(jobsBehind({ ...insight, measure: 'count', endedAt: null }, now)).toEqual({
    pipeline: ['mail'],
    status: undefined,
    from: '2026-11-15T00:00:00Z',
    to: '2026-11-20T12:01:00Z',
  })
})

test('the pipeline is shown from its baseline on, with the same looked for there', () => {
  expect(pipelineRange(insight, now)).toEqual({
    findings: undefined,
    from: '2026-10-31T00:00:00Z',
    to: '2026-11-16T00:00:00Z',
  })
  expect(pipelineRange({ ...insight, kind: 'TREND' }, now).findings).toEqual(['trend'])
  expect(pipelineRange({ ...insight, kind: 'CHANGE_POINT' }, now).findings).toEqual(['changes'])
  expect(pipelineRange({ ...insight, baselineFrom: '2026-11-18T00:00:00.000Z' }, now).from).toBe('2026-11-15T00:00:00Z')
})

import { expect, test } from 'vitest'
import type { PipelinesPageQuery } from '../../gql/graphql.ts'
import { shapePipelines } from './pipelines-shape.ts'

const times = ['2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z', '2026-11-20T12:00:00.000Z']

const answer: PipelinesPageQuery = {
  pipelines: {
    totalCount: 2,
    nodes: [
      { id: 'a', name: 'A', lastJob: { id: 'j', status: 'FAILED', at: '2026-11-20T12:10:00.000Z' } },
      { id: 'b', name: 'B', lastJob: null },
    ],
  },
  totals: {
    columns: [{ name: 'pipeline' }, { name: 'count' }, { name: 'failure_rate' }, { name: 'duration_p95' }],
    rows: [['a', 7, 0.25, null]],
  },
  buckets: {
    truncated: false,
    columns: [{ name: 'time' }, { name: 'pipeline' }, { name: 'count' }, { name: 'failed' }, { name: 'timed_out' }],
    rows: [
      [times[0], 'a', 5, 0, 0],
      [times[2], 'a', 2, 1, 1],
    ],
  },
  axis: [{ id: 'count', points: times.map((at) => ({ at })) }],
}

test('each pipeline with its totals and a bar per bucket', () => {
  expect(shapePipelines(answer)).toEqual([
    {
      id: 'a',
      name: 'A',
      lastJob: { id: 'j', status: 'FAILED', at: '2026-11-20T12:10:00.000Z' },
      jobs: 7,
      failureRate: 0.25,
      durationP95: null,
      spark: [
        { count: 5, failed: 0 },
        { count: 0, failed: 0 },
        { count: 2, failed: 2 },
      ],
    },
    {
      id: 'b',
      name: 'B',
      lastJob: null,
      jobs: 0,
      failureRate: null,
      durationP95: null,
      spark: times.map(() => ({ count: 0, failed: 0 })),
    },
  ])
})

test('a column of another type is told, not shown', () => {
  const broken = { ...answer, totals: { ...answer.totals, rows: [['a', 'seven', null, null]] } }
  expect(() => shapePipelines(broken)).toThrow('"seven"')
})

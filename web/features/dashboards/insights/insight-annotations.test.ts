import { expect, test } from 'vitest'
import type { PanelFilter, PanelQuery } from '../../../panels/panel.ts'
import { insightAnnotations, type PanelInsight } from './insight-annotations.ts'

const shift: PanelInsight = {
  id: 'shift',
  kind: 'CHANGE_POINT',
  sentence: 'Failure rate of import rose.',
  pipelineId: 'import',
  measure: 'failure_rate',
  startedAt: '2026-11-20T00:00:00Z',
  endedAt: null,
}
const event: PanelInsight = {
  ...shift,
  id: 'event',
  kind: 'ANOMALY',
  pipelineId: 'export',
  endedAt: '2026-11-21T00:00:00Z',
}
const other: PanelInsight = { ...shift, id: 'other', measure: 'cost' }
const all = [shift, event, other]

const split: PanelQuery = { dataset: 'jobs', measures: ['count', 'failure_rate'], dimensions: ['pipeline'] }
const total: PanelQuery = { dataset: 'jobs', measures: ['failure_rate'] }
const only = (...values: string[]): PanelFilter => ({ dimension: 'pipeline', op: 'IN', values })
const idsOf = (query: PanelQuery | null, filters: readonly PanelFilter[] = []) =>
  insightAnnotations(all, query, filters).map(({ id }) => id)

test('an event is a stretch of time, a change has only a beginning', () => {
  expect(insightAnnotations(all, split, [])).toEqual([
    { id: 'shift', kind: 'insight', title: 'Failure rate of import rose.', at: '2026-11-20T00:00:00Z', to: null },
    {
      id: 'event',
      kind: 'insight',
      title: 'Failure rate of import rose.',
      at: '2026-11-20T00:00:00Z',
      to: '2026-11-21T00:00:00Z',
    },
  ])
})

test('a panel of one pipeline shows what was found in it', () => {
  expect(idsOf(total, [only('import')])).toEqual(['shift'])
  expect(idsOf({ ...total, filters: [only('import', 'export')] }, [{ ...only('export'), op: 'IS' }])).toEqual(['event'])
  expect(idsOf(split, [only('export')])).toEqual(['event'])
})

test('nothing is drawn where the panel shows something else', () => {
  expect(idsOf(total)).toEqual([])
  expect(idsOf(total, [only('import', 'export')])).toEqual([])
  expect(idsOf(total, [only('import'), only('export')])).toEqual([])
  expect(idsOf(split, [{ dimension: 'status', op: 'IN', values: ['FAILED'] }])).toEqual([])
  expect(idsOf(split, [{ dimension: 'pipeline', op: 'NOT_IN', values: ['mail'] }])).toEqual([])
  expect(idsOf(split, [{ any: [only('import')] }])).toEqual([])
  expect(idsOf({ ...split, dimensions: ['pipeline', 'status'] })).toEqual([])
  expect(idsOf({ ...split, dataset: 'job_metrics' })).toEqual([])
  expect(idsOf(null)).toEqual([])
})

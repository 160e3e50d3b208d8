import { expect, test } from 'vitest'
import type { PipelineRow } from './pipelines-shape.ts'
import { orderOf, pressHeading, sortRows, type Order } from './sort-rows.ts'

const row = (name: string, jobs: number, failureRate: number | null): PipelineRow => ({
  id: name,
  name,
  lastJob: null,
  jobs,
  failureRate,
  durationP95: null,
  spark: [],
})
const rows = [row('etl-10', 5, null), row('etl-2', 5, 0.5), row('Backup', 9, 0)]
const names = (order: Order): string[] => sortRows(rows, order).map(({ name }) => name)

test('names as people count, ties by name, what is missing last both ways', () => {
  expect(names({ by: 'name', direction: 'asc' })).toEqual(['Backup', 'etl-2', 'etl-10'])
  expect(names({ by: 'jobs', direction: 'desc' })).toEqual(['Backup', 'etl-2', 'etl-10'])
  expect(names({ by: 'failures', direction: 'desc' })).toEqual(['etl-2', 'Backup', 'etl-10'])
  expect(names({ by: 'failures', direction: 'asc' })).toEqual(['Backup', 'etl-2', 'etl-10'])
  expect(names({ by: 'last', direction: 'desc' })).toEqual(['Backup', 'etl-2', 'etl-10'])
})

test('the usual order is not in the address', () => {
  expect(orderOf({})).toEqual({ by: 'name', direction: 'asc' })
  const first = pressHeading(orderOf({}), 'jobs')
  expect(first).toEqual({ sort: 'jobs', direction: undefined })
  expect(orderOf(first)).toEqual({ by: 'jobs', direction: 'desc' })
  expect(pressHeading(orderOf(first), 'jobs')).toEqual({ sort: 'jobs', direction: 'asc' })
  expect(pressHeading({ by: 'jobs', direction: 'asc' }, 'name')).toEqual({ sort: undefined, direction: undefined })
})

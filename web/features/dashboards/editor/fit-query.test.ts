import { expect, test } from 'vitest'
import type { PanelNeeds, PanelQuery } from '../../../panels/panel.ts'
import { droppedWords, firstQuery, fitToDataset, fitToNeeds } from './fit-query.ts'
import { jobs, pipelines } from './testing.ts'

const datasets = [jobs, pipelines]
const line: PanelNeeds = { measures: [1, 8], dimensions: [0, 2], time: 'NEEDED' }
const number: PanelNeeds = { measures: [1, 1], dimensions: [0, 0], time: 'POSSIBLE' }
const pie: PanelNeeds = { measures: [1, 1], dimensions: [1, 1], time: 'NONE' }

const rich: PanelQuery = {
  dataset: 'jobs',
  measures: ['count', 'failed', 'count.running'],
  dimensions: ['status', 'label.region'],
  every: 'DAY',
  orderBy: [{ by: 'failed', direction: 'DESC' }],
  limit: 5,
  others: true,
}

test('what a kind can show stays as it is', () => {
  expect(fitToNeeds(rich, line, datasets)).toEqual({ query: rich, dropped: [] })
})

test('what it cannot show goes, with the orders by it, and is told by its title', () => {
  const { query, dropped } = fitToNeeds(rich, number, datasets)
  expect(query).toEqual({ dataset: 'jobs', measures: ['count'], every: 'DAY', limit: 5 })
  expect(droppedWords('A big number', dropped)).toBe(
    '“A big number” leaves out “Failed”, “Jobs, running total”, the split by “Status”, and the split by “Label region”.',
  )
})

test('without time there are no buckets and no running totals', () => {
  const { query, dropped } = fitToNeeds({ ...rich, measures: ['count.running'] }, pie, datasets)
  expect(query).toMatchObject({ measures: ['count'], dimensions: ['status'] })
  expect(query.every).toBeUndefined()
  expect(dropped).toEqual(['“Jobs, running total”', 'the split by “Label region”', 'the buckets of time'])
})

test('what a kind needs comes: a dimension that can split, buckets of time', () => {
  expect(fitToNeeds({ dataset: 'jobs', measures: ['failed'] }, pie, datasets).query).toEqual({
    dataset: 'jobs',
    measures: ['failed'],
    dimensions: ['pipeline'],
  })
  expect(firstQuery(line, datasets)).toEqual({ dataset: 'jobs', measures: ['count'], every: 'AUTO' })
  expect(firstQuery(line, [])).toBeNull()
})

test('a dataset that is gone loses nothing but what the kind cannot show', () => {
  expect(fitToNeeds({ ...rich, dataset: 'gone' }, line, datasets)).toEqual({
    query: { ...rich, dataset: 'gone' },
    dropped: [],
  })
})

test('another dataset keeps what has the same names there', () => {
  const filtered: PanelQuery = {
    ...rich,
    dimensions: ['pipeline', 'status'],
    filters: [
      { dimension: 'pipeline', values: ['import'] },
      {
        any: [
          { dimension: 'pipeline', values: ['import'] },
          { dimension: 'status', values: ['FAILED'] },
        ],
      },
    ],
  }
  const { query, dropped } = fitToDataset(filtered, pipelines, datasets)
  expect(query).toEqual({
    dataset: 'pipelines',
    measures: ['count', 'count.running'],
    dimensions: ['pipeline'],
    filters: [{ dimension: 'pipeline', values: ['import'] }],
    every: 'DAY',
    limit: 5,
    others: true,
  })
  expect(dropped).toEqual(['“Failed”', 'the split by “Status”', 'the filter on “Status”'])
})

test('nothing is said where nothing went', () => {
  expect(droppedWords('A line chart', [])).toBeNull()
})

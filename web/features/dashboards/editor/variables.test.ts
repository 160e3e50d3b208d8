import { expect, test } from 'vitest'
import { jobs, pipelines } from './testing.ts'
import { newVariable, withDimension, withMultiple } from './variables.ts'

const region = newVariable(jobs, 'label.region', [])

test('a new variable is over all values, and has a name of its own', () => {
  expect(region).toEqual({
    name: 'region',
    title: 'Label region',
    dimension: 'label.region',
    dataset: 'jobs',
    values: [],
    multiple: true,
  })
  const second = newVariable(jobs, 'label.region', [region])
  expect(second.name).toBe('region-2')
  expect(newVariable(jobs, 'label.region', [region, second]).name).toBe('region-3')
  expect(newVariable(jobs, 'label.Größe =', []).name).toBe('gr-e-')
})

test('over another dimension it has no values yet, and a title that nobody wrote follows', () => {
  const chosen = { ...region, values: ['eu'] }
  expect(withDimension(chosen, 'status', { from: jobs, to: jobs })).toEqual({
    ...region,
    title: 'Status',
    dimension: 'status',
  })
  expect(withDimension({ ...chosen, title: 'Where' }, 'pipeline', { from: jobs, to: pipelines })).toEqual({
    ...region,
    title: 'Where',
    dimension: 'pipeline',
    dataset: 'pipelines',
  })
})

test('of several values the first stays where there can be one', () => {
  expect(withMultiple({ ...region, values: ['eu', 'us'] }, false)).toMatchObject({ multiple: false, values: ['eu'] })
  expect(withMultiple({ ...region, values: ['eu', 'us'] }, true).values).toEqual(['eu', 'us'])
})

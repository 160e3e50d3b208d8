import { expect, test } from 'vitest'
import {
  familyOf,
  findDimension,
  findMeasure,
  searchMeasures,
  titleOfColumn,
  titleOfDimension,
  titleOfMeasure,
} from './catalog.ts'
import { jobs } from './testing.ts'

test('a measure is found by its name, what is made of it too, and quotients of two', () => {
  expect(findMeasure(jobs, 'count')).toMatchObject({ measure: { title: 'Jobs' }, divisor: null })
  expect(findMeasure(jobs, 'failed.share')).toMatchObject({
    measure: { title: 'Failed, share' },
    base: { name: 'failed' },
  })
  expect(findMeasure(jobs, 'failed.per.count')).toMatchObject({
    measure: { title: 'Failed per Jobs', unit: null },
    base: { name: 'failed' },
    divisor: { name: 'count' },
  })
})

test.each(['gone', 'count.gone', 'count.per.count', 'count.per.gone', 'count.per.<measure>'])(
  '%s is no measure',
  (name) => {
    expect(findMeasure(jobs, name)).toBeNull()
    expect(titleOfMeasure(jobs, name)).toBe(name)
  },
)

test('made measures are found once one looks for them', () => {
  expect(searchMeasures(jobs, '').map(({ name }) => name)).toEqual(['count', 'failed'])
  expect(searchMeasures(jobs, ' SHARE ').map(({ name }) => name)).toEqual(['count.share', 'failed.share'])
})

test('a dimension of a family has its own name, the family itself stays apart', () => {
  expect(findDimension(jobs, 'label.region')).toMatchObject({ name: 'label.region', title: 'Label region' })
  expect(familyOf(jobs, 'label.region')?.name).toBe('label.<name>')
  expect(familyOf(jobs, 'label.<name>')).toBeNull()
  expect(findDimension(jobs, 'label.')).toBeNull()
  expect(titleOfDimension(jobs, 'gone')).toBe('gone')
  expect(titleOfDimension(null, 'status')).toBe('status')
})

test('columns are called after what they have', () => {
  const names = ['time', 'status', 'count', 'count.share_compare', 'gone']
  expect(names.map((name) => titleOfColumn(jobs, name))).toEqual([
    'Time',
    'Status',
    'Jobs',
    'Jobs, share (compared)',
    'gone',
  ])
})

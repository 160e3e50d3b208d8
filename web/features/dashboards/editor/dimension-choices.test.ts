import { expect, test } from 'vitest'
import { dimensionChoices } from './dimension-choices.ts'
import { jobs } from './testing.ts'

const names = new Map([['label.', ['region', 'team']]])
const split = { text: '', names, use: 'SPLIT', taken: [] } as const

const idsOf = (part: Partial<Parameters<typeof dimensionChoices>[1]>): string[] =>
  dimensionChoices(jobs, { ...split, ...part }).map(({ id }) => id)

test('all dimensions are offered, and the known names of families, but not what is there already', () => {
  expect(idsOf({})).toEqual(['pipeline', 'status', 'duration', 'label.region', 'label.team'])
  expect(idsOf({ taken: ['status', 'label.team'] })).toEqual(['pipeline', 'duration', 'label.region'])
  expect(idsOf({ names: new Map() })).toEqual(['pipeline', 'status', 'duration'])
})

test('a text finds by title and name, and is offered as a name that is not known', () => {
  expect(idsOf({ text: 'STAT' })).toEqual(['status', 'label.STAT'])
  expect(idsOf({ text: ' region ' })).toEqual(['label.region'])
})

test('what only filters says so where it cannot split', () => {
  const durationOf = (use: 'SPLIT' | 'FILTER') =>
    dimensionChoices(jobs, { ...split, use }).find(({ id }) => id === 'duration')
  expect(durationOf('SPLIT')).toEqual({
    id: 'duration',
    title: 'Duration',
    isDisabled: true,
    note: 'Only filters: nearly every row has another value.',
  })
  expect(durationOf('FILTER')?.isDisabled).toBeUndefined()
})

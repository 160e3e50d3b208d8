import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../../lib/search-string.ts'
import { isFiltered, readJobsSearch, readLabel } from './jobs-search.ts'

test('an empty address chooses nothing', () => {
  expect(readJobsSearch({})).toEqual({})
  expect(isFiltered({})).toBe(false)
})

test('everything that can be chosen', () => {
  const address =
    '?status=FAILED&status=TIMED_OUT&pipeline=a&label=env%3Dprod&text=run&sort=duration&direction=asc&range=P7D&after=x'
  const search = readJobsSearch(parseSearch(address))
  expect(search).toEqual({
    status: ['FAILED', 'TIMED_OUT'],
    pipeline: ['a'],
    label: ['env=prod'],
    text: 'run',
    sort: 'duration',
    direction: 'asc',
    range: 'P7D',
    after: 'x',
  })
  expect(readJobsSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search)
})

test('what is not understood is as if absent', () => {
  expect(
    readJobsSearch({ status: ['nonsense', 'failed'], label: 'no-value', sort: 'cost', page: '3', other: '1' }),
  ).toEqual({ status: ['FAILED'] })
})

test('what is not understood covers what the address has', () => {
  const address = { status: 'nonsense', label: 'no-value', range: ['P1D', 'P2D'], from: '' }
  expect({ ...address, ...readJobsSearch(address) }).toEqual({ range: 'P1D' })
})

test('order and page are no filters', () => {
  expect(isFiltered({ sort: 'duration', direction: 'asc', after: 'x' })).toBe(false)
  expect(isFiltered({ text: 'x' })).toBe(true)
  expect(isFiltered({ range: 'P1D' })).toBe(true)
})

test('a label is taken apart at its first equals sign', () => {
  expect(readLabel('env=prod')).toEqual({ name: 'env', value: 'prod' })
  expect(readLabel('query=a=b')).toEqual({ name: 'query', value: 'a=b' })
  expect(readLabel('=prod')).toBeNull()
  expect(readLabel('env')).toBeNull()
})

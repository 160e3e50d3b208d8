import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../../../lib/search-string.ts'
import type { VariableDocument } from '../document.ts'
import {
  readChoices,
  readCrossFilters,
  readDashboardSearch,
  toggleCrossFilter,
  writeChoice,
} from './dashboard-search.ts'

const region: VariableDocument = {
  name: 'region',
  title: 'Region',
  dimension: 'label.region',
  dataset: 'jobs',
  values: ['eu'],
  multiple: true,
}
const pipeline: VariableDocument = { ...region, name: 'pipeline', dimension: 'pipeline', values: [] }

test('an address that says nothing holds nothing', () => {
  const search = readDashboardSearch({})
  expect(stringifySearch({ ...search })).toBe('')
  expect(readChoices([region, pipeline], search)).toEqual({ region: ['eu'], pipeline: [] })
  expect(readCrossFilters(search)).toEqual([])
})

test('a link shows what was chosen', () => {
  const chosen = {
    ...writeChoice({}, pipeline, ['nightly=2', 'hourly']),
    ...toggleCrossFilter({}, { dimension: 'label.team', value: 'a=b' }),
    zone: 'Asia/Tokyo',
    kiosk: true,
  }
  const search = readDashboardSearch(parseSearch(stringifySearch(chosen)))
  expect(readChoices([region, pipeline], search)).toEqual({ region: ['eu'], pipeline: ['nightly=2', 'hourly'] })
  expect(readCrossFilters(search)).toEqual([{ dimension: 'label.team', value: 'a=b' }])
  expect(search.zone).toBe('Asia/Tokyo')
  expect(search.kiosk).toBe(true)
})

test('all values can be chosen where the dashboard begins with some', () => {
  const search = writeChoice({}, region, [])
  expect(search).toEqual({ var: ['region='] })
  expect(readChoices([region], search)).toEqual({ region: [] })
})

test("the dashboard's own choice leaves the address, and others stay", () => {
  const search = { var: ['region=us', 'pipeline=a'] }
  expect(writeChoice(search, region, ['eu'])).toEqual({ var: ['pipeline=a'] })
  expect(writeChoice({ var: ['region=us'] }, region, ['eu'])).toEqual({ var: undefined })
})

test('a value that is clicked on takes the place of another of its dimension, and goes when clicked again', () => {
  const first = toggleCrossFilter({}, { dimension: 'status', value: 'FAILED' })
  const second = toggleCrossFilter(first, { dimension: 'status', value: null })
  expect(second).toEqual({ filter: ['status'] })
  expect(toggleCrossFilter(second, { dimension: 'status', value: null })).toEqual({ filter: undefined })
  expect(toggleCrossFilter(first, { dimension: 'pipeline', value: 'a' }).filter).toEqual([
    'status=FAILED',
    'pipeline=a',
  ])
})

test('what cannot be read is as if absent', () => {
  expect(readDashboardSearch({ zone: 'Mars/Olympus', var: ['=a', 'b'], filter: '=x' })).toEqual(readDashboardSearch({}))
})

import { expect, test } from 'vitest'
import { UserError } from '../../lib/user-error.ts'
import { parseMapping } from './mapping.ts'

const SMALLEST = {
  pipeline: { value: 'build' },
  externalId: { column: 'id' },
  status: { column: 'state' },
}

function problem(mapping: unknown): string {
  const text = typeof mapping === 'string' ? mapping : JSON.stringify(mapping)
  try {
    parseMapping(text, 'map.json')
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('The mapping was accepted')
}

test('the smallest mapping, with its defaults', () => {
  expect(parseMapping(JSON.stringify(SMALLEST), 'map.json')).toEqual({
    ...SMALLEST,
    ...{ timezone: 'UTC', decimal: '.', empty: [''], labels: {}, metrics: {} },
  })
})

test('lists every mistake with its place', () => {
  const found = problem({
    ...{ pipeline: {}, externalId: { colum: 'id' }, timezone: 'Berlin' },
    status: { column: 'state', values: { ok: 'SUCCEEDE' } },
    metrics: { size: { column: 'size', factor: '2' } },
  })
  expect(found.split('\n')).toEqual([
    'map.json is not a mapping:',
    expect.stringContaining('timezone: expected an IANA time zone such as "UTC" or "Europe/Berlin"; found "Berlin"'),
    expect.stringContaining('pipeline: expected exactly one of column, value, template; it has none'),
    expect.stringContaining('externalId: unknown name "colum" (did you mean "column"?); known are column, value,'),
    expect.stringMatching(/status\.values\.ok: expected "QUEUED", .*; found "SUCCEEDE"/),
    expect.stringContaining('metrics.size.factor: expected a number, found "2"'),
  ])
})

test.each([
  ['{"a": 1,}', 'map.json is not JSON: '],
  ['[]', 'the mapping: expected an object, found []'],
  [{ ...SMALLEST, status: undefined }, 'status: is missing; expected an object'],
  [{ ...SMALLEST, pipeline: 'build' }, 'pipeline: expected an object, found "build"'],
  [
    { ...SMALLEST, pipeline: { column: 'a', value: 'b' } },
    'pipeline: expected exactly one of column, value, template; it has column and value',
  ],
  [{ ...SMALLEST, pipeline: { template: '{a' } }, 'pipeline.template: expected column names in braces'],
  [{ ...SMALLEST, pipeline: { template: 'ab' } }, 'pipeline.template: expected column names in braces'],
  [{ ...SMALLEST, externalId: { row: 'some' } }, 'externalId.row: expected "all" or a list of columns; found "some"'],
  [{ ...SMALLEST, delimiter: ';;' }, 'delimiter: expected one character'],
  [{ ...SMALLEST, encoding: 'klingon' }, 'encoding: expected an encoding such as'],
  [{ ...SMALLEST, queuedAt: { column: 'a', format: 'YYYY-MM-DD' } }, 'queuedAt.format: expected "iso", '],
  [
    { ...SMALLEST, queuedAt: { column: 'a', after: 'startetAt' } },
    'queuedAt.after: expected queuedAt, startedAt, finishedAt or a time',
  ],
  [{ ...SMALLEST, queuedAt: { column: 'a', unit: 's' } }, 'queuedAt: "unit" belongs to a duration'],
  [{ ...SMALLEST, queuedAt: { value: 5 } }, 'queuedAt: expected a time such as'],
  [
    { ...SMALLEST, finishedAt: { column: 'a', after: 'startedAt' } },
    'finishedAt: counts from startedAt, which the mapping does not have',
  ],
  [{ ...SMALLEST, queuedAt: { column: 'a', when: ['DONE'] } }, 'queuedAt.when.0: expected "QUEUED", '],
  [{ ...SMALLEST, labels: { '': { column: 'a' } } }, 'a name must not be empty'],
])('%j: %s', (mapping, expected) => {
  expect(problem(mapping)).toContain(expected)
})

test('refuses times that are defined by each other', () => {
  const startedAt = { before: 'finishedAt', column: 'seconds' }
  const finishedAt = { after: 'startedAt', column: 'seconds' }
  expect(problem({ ...SMALLEST, startedAt, finishedAt })).toContain(
    'startedAt: is defined by itself: startedAt, finishedAt, startedAt',
  )
})

import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { expect, test } from 'vitest'
import type { PanelDocument } from './document.ts'
import {
  curlOf,
  operationOf as operationShown,
  panelOperation,
  type AskedWith,
  type Operation,
} from './panel-graphql.ts'

const schema = buildSchema(readFileSync('api/schema.graphql', 'utf8'))

const panel: PanelDocument = {
  id: '6dbb7f4e-2f5c-4f3e-9c4b-3f2f9a6d1c11',
  kind: 'line',
  title: "Failures, by week's end",
  layout: { x: 0, y: 0, w: 6, h: 6 },
  query: {
    dataset: 'jobs',
    measures: ['count', 'failed.per.count'],
    dimensions: ['label.region'],
    filters: [
      {
        any: [
          { dimension: 'status', op: 'IN', values: ["it's"] },
          { dimension: 'duration', op: 'RANGE', min: 1 },
        ],
      },
    ],
    every: 'AUTO',
    orderBy: [
      { by: 'time', direction: 'DESC' },
      { by: 'count', direction: 'DESC' },
    ],
    limit: 5,
    others: true,
    compare: 'PREVIOUS_PERIOD',
  },
  answers: ['ROWS', 'TOTAL', 'SERIES'],
  options: {},
}

const asked: AskedWith = {
  range: { last: 'P7D' },
  timezone: 'Europe/Berlin',
  filters: [{ dimension: 'pipeline', op: 'IN', values: ['import'] }],
  auto: 'HOUR',
}

/** Everything that a server would say against an operation before it runs. */
function problemsOf({ query, variables }: Operation): string[] {
  const document = parse(query)
  const invalid = validate(schema, document)
  const [operation] = document.definitions
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation')
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  return [...invalid, ...errors].map(({ message }) => message)
}

function operationOf(part: Partial<PanelDocument> = {}, with_: Partial<AskedWith> = {}): Operation {
  const operation = panelOperation({ ...panel, ...part }, { ...asked, ...with_ })
  if (!operation) throw new Error('asks nothing')
  return operation
}

test('is an operation that the schema takes, in all forms and ranges', () => {
  expect(problemsOf(operationOf())).toEqual([])
  expect(problemsOf(operationOf({}, { range: { previous: 'MONTH', count: 3 } }))).toEqual([])
  expect(problemsOf(operationOf({}, { range: { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' } }))).toEqual(
    [],
  )
  expect(problemsOf(operationOf({ query: { dataset: 'jobs', measures: ['count'] }, answers: ['TOTAL'] }))).toEqual([])
})

test('each form asks with its own buckets, order, and the filters of the dashboard too', () => {
  const { variables } = operationOf()
  expect(variables.rows).toMatchObject({ every: 'HOUR', range: { last: 'P7D' }, timezone: 'Europe/Berlin' })
  expect(variables.rows).toHaveProperty('orderBy', panel.query?.orderBy)
  expect(variables.total).toMatchObject({ every: null, orderBy: [{ by: 'count', direction: 'DESC' }] })
  expect(variables.series).toMatchObject({ every: 'HOUR', orderBy: [{ by: 'count', direction: 'DESC' }] })
  expect(variables.series).toHaveProperty('filters', [...(panel.query?.filters ?? []), ...asked.filters])
})

test('a series without buckets has those that fit, and a range of its own stands', () => {
  const query = { dataset: 'jobs', measures: ['count'], range: { last: 'P1Y' } }
  expect(operationOf({ query, answers: ['SERIES'] }).variables.series).toMatchObject({
    every: 'HOUR',
    range: { last: 'P1Y' },
  })
  expect(operationOf({ query, answers: ['ROWS'] }).variables.rows).toMatchObject({ every: null })
})

test('of a panel that is shown, filters that its dataset does not know are left out', () => {
  const asks = { range: { last: 'P1D' }, timezone: 'UTC', filters: [...asked.filters, { dimension: 'label.region' }] }
  const shown = { answers: {}, unfiltered: ['label.region'] }
  const query = { dataset: 'jobs', measures: ['count'] }
  const operation = operationShown({ ...panel, query, answers: ['SERIES'] }, shown, asks, Date.now())
  expect(operation?.variables.series).toMatchObject({ filters: asked.filters, every: 'HOUR' })
  expect(operationShown({ ...panel, query: null }, shown, asks, Date.now())).toBeNull()
})

test('a panel that asks nothing has no operation', () => {
  expect(panelOperation({ ...panel, query: null }, asked)).toBeNull()
  expect(panelOperation({ ...panel, answers: [] }, asked)).toBeNull()
})

test('for a shell the whole operation is one word', () => {
  const operation = operationOf()
  const line = curlOf(operation, 'https://tachograph.example.com')
  expect(line).toContain('Bearer YOUR_API_KEY')
  const word = line.slice(line.indexOf('--data-binary ') + 14)
  expect(JSON.parse(word.slice(1, -1).replaceAll(`'\\''`, "'"))).toEqual(operation)
})

import { expect, test } from 'vitest'
import { readDocument } from './document.ts'

const stored = {
  format: 1,
  title: 'Nightly',
  description: null,
  range: { last: 'P7D' },
  timezone: 'Europe/Berlin',
  variables: [
    { name: 'region', title: 'Region', dimension: 'label.region', dataset: 'jobs', values: ['eu'], multiple: false },
  ],
  panels: [
    {
      id: '6b1f0f3e-3f0a-4b0e-9c35-0d4a5a0f8a11',
      kind: 'line',
      title: 'Jobs',
      layout: { x: 0, y: 0, w: 6, h: 8 },
      query: { dataset: 'jobs', measures: ['count'], every: 'AUTO' },
      answers: ['SERIES'],
      options: { legend: 'BOTTOM' },
    },
  ],
}

test('a document is read as it is', () => {
  expect(readDocument(stored)).toEqual(stored)
})

test('what is not known stays, at every place', () => {
  const [panel] = stored.panels
  const newer = {
    ...stored,
    theme: 'wall',
    variables: [{ ...stored.variables[0], hidden: true }],
    panels: [{ ...panel, repeat: 'region' }],
  }
  expect(readDocument(newer)).toEqual(newer)
})

test('what is missing becomes what is usual', () => {
  expect(readDocument({ title: 'New', panels: [{ kind: 'text' }] })).toEqual({
    format: 1,
    title: 'New',
    description: null,
    range: { last: 'PT24H' },
    timezone: null,
    variables: [],
    panels: [
      {
        id: 'panel-0',
        kind: 'text',
        title: '',
        layout: { x: 0, y: 0, w: 6, h: 6 },
        query: null,
        answers: [],
        options: {},
      },
    ],
  })
})

test('a range that says nothing is replaced', () => {
  expect(readDocument({ range: { count: 3 } }).range).toEqual({ last: 'PT24H' })
  expect(readDocument({ range: { previous: 'MONTH', count: 3 } }).range).toEqual({ previous: 'MONTH', count: 3 })
})

test('what is null in a question is as if it were absent', () => {
  const query = { dataset: 'jobs', measures: ['count'], dimensions: null, filters: null, orderBy: null, every: 'DAY' }
  const [panel] = readDocument({ panels: [{ kind: 'line', query }] }).panels
  expect(panel?.query).toEqual({ dataset: 'jobs', measures: ['count'], every: 'DAY' })
})

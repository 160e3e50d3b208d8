import { expect, test } from 'vitest'
import { readDashboardDocument } from './dashboard-document.ts'
import { testDocument, testPanel } from './testing.ts'

function problemsOf(json: unknown): string[] {
  try {
    readDashboardDocument(json)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

const PANEL = testPanel('Jobs', '7d3f1f0e-5e0c-4c8a-9f0b-0d6a3f2b1c4d')

test('a document is what was sent, its keys in the order of the format', () => {
  const { format, ...rest } = testDocument('Night', { panels: [PANEL] })
  const read = readDashboardDocument({ ...rest, format })
  expect(read).toEqual({ format, ...rest })
  expect(Object.keys(read)[0]).toBe('format')
  expect(Object.keys(read.panels[0]!.options)).toEqual(['zebra', 'apple'])
})

test('several problems are told at once, each with its path', () => {
  const broken = {
    ...testDocument(' '),
    timezone: 'Europe/Berln',
    range: { last: 'P1D', current: 'DAY' },
    variables: [
      { name: 'region', title: 'Region', dimension: 'label.region', dataset: 'jobs', values: [1], multiple: 'yes' },
    ],
    panels: [
      { ...PANEL, query: { dataset: 'jobs', measures: [5] }, answers: ['ROWZ'] },
      { ...PANEL, layout: { x: 0, y: 0, w: 13, h: 1.5 }, colour: 'red' },
      7,
    ],
  }
  expect(problemsOf(broken)).toEqual([
    'This is no dashboard that can be kept:',
    'title: must not be empty',
    'range: a time range has one of "last", "previous", "current" and "from"',
    'timezone: there is no such time zone',
    'variables[0].values[0]: must be a text, and is 1',
    'variables[0].multiple: must be true or false, and is "yes"',
    'panels[0].query.measures[0]: must be a text, and is 5',
    'panels[0].answers[0]: is "ROWZ": it can be "ROWS", "TOTAL", "SERIES"',
    'panels[1].layout.w: must be at most 12',
    'panels[1].layout.h: must be a whole number, and is 1.5',
    'panels[1].colour: does not belong here',
    'panels[2]: must be an object, and is 7',
  ])
})

test.each([
  [null, 'must be an object, and is null'],
  ['{}', 'must be an object, and is "{}"'],
  [{ ...testDocument('A'), format: 2 }, 'format: is 2: it can be 1'],
  [
    { ...testDocument('A'), panels: [PANEL, { ...PANEL, id: PANEL.id.toUpperCase() }] },
    'panels[1].id: is that of number 0 already',
  ],
  [{ ...testDocument('A'), panels: [{ ...PANEL, id: 'x' }] }, 'panels[0].id: is "x", which is no uuid'],
  [
    { ...testDocument('A'), panels: Array.from({ length: 101 }, () => testPanel()) },
    'panels: may have at most 100 items',
  ],
  [{ ...testDocument('A'), title: 'a'.repeat(201) }, 'title: may have at most 200 characters'],
  [{ ...testDocument('A'), title: undefined }, 'title: is missing, and must be a text'],
  [{ ...testDocument('A'), title: 'a\0' }, 'title: has a NUL character or half a character'],
  [
    { ...testDocument('A'), panels: [{ ...PANEL, options: { 'my text': ['\ud800'] } }] },
    'panels[0].options["my text"][0]: has a NUL character or half a character',
  ],
])('a broken document %#', (json, problem) => {
  expect(problemsOf(json)).toEqual(['This is no dashboard that can be kept:', problem])
})

test('after twenty problems it says how many more there are', () => {
  const problems = problemsOf({ ...testDocument('A'), panels: Array.from({ length: 30 }, () => 7) })
  expect(problems).toHaveLength(22)
  expect(problems.at(-1)).toBe('and 10 more')
})

test('a document that is too large is not read at all', () => {
  const [problem] = problemsOf({
    ...testDocument('A'),
    panels: [{ ...PANEL, options: { text: 'x'.repeat(1_000_000) } }],
  })
  expect(problem).toMatch(/^The dashboard has 1,000,\d{3} bytes as JSON: at most 1,000,000 are possible\.$/)
})

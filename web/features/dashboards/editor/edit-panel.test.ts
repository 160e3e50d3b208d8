import { expect, test } from 'vitest'
import type { PanelKind } from '../../../panels/panel.ts'
import type { PanelDocument } from '../document.ts'
import { askedFully, changeDataset, changeKind, changeOptions, changeQuery } from './edit-panel.ts'
import { jobs, pipelines } from './testing.ts'

const datasets = [jobs, pipelines]

/** A kind as far as editing looks at it: what it draws does not matter here. */
function kindOf(part: Pick<PanelKind, 'kind' | 'title' | 'needs'>): PanelKind {
  return {
    ...part,
    description: '',
    icon: 'jobs',
    answers: (options) => (JSON.stringify(options).includes('sparkline') ? ['TOTAL', 'SERIES'] : ['TOTAL']),
    size: { w: 6, h: 6, minW: 4, minH: 3 },
    readOptions: (stored) => ({ ...Object(stored), read: part.kind }),
    Panel: () => null,
    Editor: () => null,
    table: () => ({ columns: [], rows: [] }),
    summary: () => '',
    example: { query: { dataset: 'jobs', measures: ['count'] }, answers: {}, options: {} },
  }
}

const line = kindOf({ kind: 'line', title: 'Line', needs: { measures: [1, 8], dimensions: [0, 2], time: 'NEEDED' } })
const pie = kindOf({ kind: 'pie', title: 'Pie', needs: { measures: [1, 1], dimensions: [1, 1], time: 'NONE' } })
const text = kindOf({ kind: 'text', title: 'Text', needs: null })

const panel: PanelDocument = {
  id: '6dbb7f4e-2f5c-4f3e-9c4b-3f2f9a6d1c11',
  kind: 'line',
  title: 'Line',
  layout: { x: 10, y: 0, w: 2, h: 6 },
  query: { dataset: 'jobs', measures: ['count', 'failed'], every: 'AUTO' },
  answers: ['SERIES'],
  options: { sparkline: true },
}

test('another kind keeps what it can show, has room on the grid, and its own title, options and answers', () => {
  const { panel: changed, dropped } = changeKind(panel, { from: line, to: pie }, datasets)
  expect(changed).toEqual({
    ...panel,
    kind: 'pie',
    title: 'Pie',
    layout: { x: 8, y: 0, w: 4, h: 6 },
    query: { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'] },
    answers: ['TOTAL', 'SERIES'],
    options: { sparkline: true, read: 'pie' },
  })
  expect(dropped).toBe('“Pie” leaves out “Failed” and the buckets of time.')
})

test('a title that somebody wrote stays, and a kind that is not known any more can be left', () => {
  expect(changeKind({ ...panel, title: 'Mine' }, { from: line, to: pie }, datasets).panel.title).toBe('Mine')
  expect(changeKind(panel, { from: null, to: pie }, datasets).panel.title).toBe('Line')
})

test('a text asks nothing, and comes back with a first question', () => {
  const { panel: asText, dropped } = changeKind(panel, { from: line, to: text }, datasets)
  expect(asText).toMatchObject({ query: null, answers: [] })
  expect(dropped).toBe('“Text” leaves out the question.')
  expect(changeKind(asText, { from: text, to: line }, datasets)).toMatchObject({
    panel: { query: { dataset: 'jobs', measures: ['count'], every: 'AUTO' } },
    dropped: null,
  })
})

test('another dataset keeps what it has too, and what the kind needs', () => {
  const { panel: changed, dropped } = changeDataset(panel, { kind: pie, dataset: pipelines }, datasets)
  expect(changed.query).toEqual({ dataset: 'pipelines', measures: ['count'], dimensions: ['pipeline'] })
  expect(dropped).toBe('“Pipelines” leaves out “Failed”.')
})

test('an edit of the question, and options, change nothing else', () => {
  expect(changeQuery(panel, { edit: 'removeMeasure', name: 'failed' })).toEqual({
    ...panel,
    query: { dataset: 'jobs', measures: ['count'], every: 'AUTO' },
  })
  expect(changeQuery({ ...panel, query: null }, { edit: 'setEvery', every: 'DAY' }).query).toBeNull()
  expect(changeOptions(panel, line, { plain: 1 })).toEqual({ ...panel, options: { plain: 1 }, answers: ['TOTAL'] })
})

test('whatever answers were stored, an edited panel asks for those that it needs', () => {
  expect(askedFully({ ...panel, answers: [] }, line).answers).toEqual(['TOTAL', 'SERIES'])
  expect(askedFully({ ...panel, answers: ['ROWS'] }, text).answers).toEqual([])
})

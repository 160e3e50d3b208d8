import { expect, test } from 'vitest'
import { readDocument } from '../document.ts'
import { questionsOf } from './questions.ts'

const context = { range: { last: 'P1D' }, timezone: 'UTC', filters: [] }
const jobs = {
  id: 'a',
  kind: 'line',
  title: 'Jobs',
  query: { dataset: 'jobs', measures: ['count'] },
  answers: ['SERIES'],
}
const { panels } = readDocument({ panels: [jobs, { id: 'b', kind: 'markdown', query: null, answers: [] }] })

test('panels that ask nothing have no question', () => {
  expect(Object.keys(questionsOf(panels, context))).toEqual(['a'])
})

test('title, place and options do not make another question; what is asked, in which form and context does', () => {
  const asked = questionsOf(panels, context)
  const same = panels.map((panel) => ({
    ...panel,
    title: 'Other',
    options: { x: 1 },
    layout: { x: 6, y: 9, w: 2, h: 2 },
  }))
  expect(questionsOf(same, context)).toEqual(asked)
  expect(questionsOf(panels, { ...context, timezone: 'Asia/Tokyo' })).not.toEqual(asked)
  const other = panels.map((panel) => ({ ...panel, answers: ['ROWS' as const] }))
  expect(questionsOf(other, context)).not.toEqual(asked)
})

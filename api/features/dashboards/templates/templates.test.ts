import { expect, test } from 'vitest'
import { compileQuestion } from '../../metrics/index.ts'
import { panelQuestion } from '../../panels/panel-question.ts'
import { readDashboardDocument } from '../dashboard-document.ts'
import { TEMPLATE_TOPICS, templates } from './index.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const REACH = { organizationId: 1, pipelines: null, kept: { jobs: null, rollups: null } }
const TIMEZONE = 'Europe/Berlin'

test('there are templates for every topic, each with a name of its own', () => {
  expect(templates.length).toBeGreaterThanOrEqual(8)
  expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length)
  expect(new Set(templates.map(({ topic }) => topic))).toEqual(new Set(TEMPLATE_TOPICS))
})

test.each(templates)('$name is a document that can be imported', ({ document }) => {
  expect(readDashboardDocument(JSON.parse(JSON.stringify(document)))).toEqual(document)
})

test.each(templates)('$name asks what the metric layer answers, also filtered by its variables', ({ document }) => {
  const filters = document.variables.map(({ dimension }) => ({ dimension, values: ['a'] }))
  for (const { title, query, answers } of document.panels) {
    if (!query) continue
    expect(answers.length, title).toBeGreaterThan(0)
    for (const form of answers) {
      const context = { range: { last: document.range.last ?? null }, timezone: TIMEZONE, filters }
      const asked = panelQuestion({ query, form }, context, NOW)
      expect(asked.unfiltered, title).toEqual([])
      expect(() => compileQuestion(asked.kind, { query: asked.query, reach: REACH, now: NOW }), title).not.toThrow()
    }
  }
})

test.each(templates)('in $name no two panels overlap, and none sticks out of the grid', ({ document }) => {
  const cells = document.panels.flatMap(({ layout: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
  for (const { layout } of document.panels) expect(layout.x + layout.w).toBeLessThanOrEqual(12)
})

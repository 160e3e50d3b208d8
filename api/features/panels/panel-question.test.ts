import { describe, expect, test } from 'vitest'
import type { AnswerForm, PanelQuery } from './panel-document.ts'
import type { PanelContext } from './panel-context.ts'
import { panelQuestion } from './panel-question.ts'

const now = new Date('2026-11-20T12:00:00Z')
const panel: PanelQuery = {
  dataset: 'jobs',
  measures: ['count'],
  orderBy: [{ by: 'time', direction: 'DESC' }, { by: 'count' }],
}

function ask(form: AnswerForm, query: Partial<PanelQuery> = {}, context: PanelContext = { range: { last: 'P30D' } }) {
  return panelQuestion({ query: { ...panel, ...query }, form }, context, now)
}

describe('buckets', () => {
  test('ROWS as the question says', () => {
    expect(ask('ROWS')).toMatchObject({ kind: 'table', every: null, query: { every: null, orderBy: panel.orderBy } })
    expect(ask('ROWS', { every: 'HOUR' })).toMatchObject({ every: 'HOUR', query: { every: 'HOUR' } })
    expect(ask('ROWS', { every: 'AUTO' })).toMatchObject({ every: 'DAY', query: { every: 'DAY' } })
  })
  test('TOTAL has none, and no order by time', () => {
    expect(ask('TOTAL', { every: 'HOUR' })).toMatchObject({
      ...{ kind: 'table', every: null },
      query: { every: null, orderBy: [{ by: 'count' }] },
    })
  })
  test('SERIES always has some', () => {
    expect(ask('SERIES')).toMatchObject({ kind: 'series', every: 'DAY', query: { orderBy: [{ by: 'count' }] } })
    expect(ask('SERIES', { every: 'WEEK' })).toMatchObject({ every: 'WEEK' })
  })
})

describe('range', () => {
  test("the panel's own stands", () => {
    const range = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00+01:00' }
    expect(ask('ROWS', { range }).query.range).toMatchObject({
      from: new Date('2026-01-01T00:00:00Z'),
      to: new Date('2026-01-31T23:00:00Z'),
    })
    expect(ask('SERIES', { range: { last: 'PT1H' } }).every).toBe('MINUTE')
  })
  test('there has to be one', () => {
    expect(() => ask('ROWS', {}, {})).toThrow('Neither the panel nor the dashboard says which time to cover')
  })
  test('AUTO and days follow the time zone, which has to exist', () => {
    const context = { range: { last: 'P1D' }, timezone: 'Europe/Berlin' }
    expect(ask('SERIES', {}, context).query.timezone).toBe('Europe/Berlin')
    expect(() => ask('ROWS', {}, { ...context, timezone: 'Europe/Berlni' })).toThrow('There is no time zone')
  })
})

describe('filters of the dashboard', () => {
  const filters = [{ dimension: 'status', values: ['FAILED'] }]
  const range = { last: 'P30D' }
  test("come to the panel's own", () => {
    const own = { dimension: 'pipeline', values: ['a'] }
    expect(ask('ROWS', { filters: [own] }, { range, filters })).toMatchObject({
      ...{ query: { filters: [own, ...filters] }, unfiltered: [] },
    })
  })
  test('say so where the dataset has no such dimension', () => {
    expect(ask('ROWS', { dataset: 'pipelines' }, { range, filters })).toMatchObject({
      ...{ query: { filters: [] }, unfiltered: ['status'] },
    })
    const region = [{ any: [{ dimension: 'label.region', values: ['eu'] }] }]
    expect(ask('ROWS', { dataset: 'pipelines' }, { range, filters: region }).unfiltered).toEqual(['label.region'])
    expect(ask('ROWS', {}, { range, filters: region }).query.filters).toEqual(region)
  })
  test('keep everything where nothing is chosen', () => {
    expect(ask('ROWS', {}, { range, filters: [{ dimension: 'status', values: [] }] }).query.filters).toEqual([])
    const empty = [{ dimension: 'trigger', op: 'IS_EMPTY', values: [] } as const]
    expect(
      ask('ROWS', {}, { range, filters: empty.map((one) => ({ ...one, values: [] })) }).query.filters,
    ).toHaveLength(1)
  })
  test('of a dataset that there is not', () => {
    expect(() => ask('ROWS', { dataset: 'jbos' }, { range, filters })).toThrow('"jbos" is not a dataset')
  })
})

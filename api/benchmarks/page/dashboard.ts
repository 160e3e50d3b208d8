import { randomUUID } from 'node:crypto'
import type { DashboardDocument } from '../../features/dashboards/index.ts'

type Panel = DashboardDocument['panels'][number]
type Asked = Pick<Panel, 'kind' | 'title' | 'query' | 'answers'> & Partial<Pick<Panel, 'options'>>

const MEASURES = [
  'count',
  'failed',
  'failure_rate',
  'duration_avg',
  'duration_p50',
  'duration_p95',
  'queue_p95',
  'cost',
]

function overTime(kind: string, measures: string[], more: Partial<NonNullable<Panel['query']>> = {}): Asked {
  const query = { dataset: 'jobs', measures, every: 'AUTO' as const, ...more }
  return { kind, title: measures.join(', '), query, answers: ['SERIES'] }
}

function number(measure: string): Asked {
  const query = {
    dataset: 'jobs',
    measures: [measure],
    every: 'AUTO' as const,
    compare: 'PREVIOUS_PERIOD' as const,
    filters: [{ dimension: 'currency', op: 'IN' as const, values: ['USD'] }].slice(measure === 'cost' ? 0 : 1),
  }
  return { kind: 'number', title: measure, query, answers: ['TOTAL', 'SERIES'] }
}

function byPipeline(kind: string, measures: string[], form: 'ROWS' | 'TOTAL'): Asked {
  const query = { dataset: 'jobs', measures, dimensions: ['pipeline'], limit: 40 }
  return { kind, title: `${measures.join(', ')} by pipeline`, query, answers: [form] }
}

/** Twenty panels of all usual kinds, each with another question about the last 30 days. */
export function twentyPanels(): DashboardDocument {
  return documentOf('Twenty panels', 'P30D', [
    ...['count', 'failure_rate', 'duration_p95', 'throughput'].map(number),
    overTime('bar', ['succeeded', 'failed', 'timed_out', 'cancelled']),
    ...MEASURES.slice(1, 7).map((measure) => overTime('line', [measure])),
    overTime('line', ['duration_p50', 'duration_p95', 'duration_p99']),
    overTime('area', ['count'], { dimensions: ['pipeline'], limit: 5, others: true }),
    overTime('bar', ['count'], { dimensions: ['status'] }),
    overTime('line', ['failure_rate'], { dimensions: ['pipeline'], limit: 5 }),
    overTime('heatmap', ['count'], { every: 'HOUR' }),
    byPipeline('table', ['count', 'failed', 'failure_rate', 'duration_p50', 'duration_p95'], 'ROWS'),
    byPipeline('table', ['queue_p50', 'queue_p95', 'throughput'], 'ROWS'),
    byPipeline('pie', ['count'], 'TOTAL'),
    { ...byPipeline('bar', ['failed'], 'TOTAL'), options: { over: 'CATEGORIES' } },
  ])
}

/** One panel with a point for each minute of a week: 10,080 of them. */
export function manyPoints(): DashboardDocument {
  return documentOf('Many points', 'P7D', [overTime('line', ['count'], { every: 'MINUTE' })])
}

/** Jobs of the last day by pipeline and what became of them, those that count the most first. */
export const countsByPipeline = {
  dataset: 'jobs',
  measures: ['count', 'succeeded', 'failed'],
  dimensions: ['pipeline'],
  range: { last: 'P1D' },
  limit: 10,
}

/** For a screen on a wall: a table of exact numbers, and pictures of the same. */
export function figuresOfPipelines(): DashboardDocument {
  const { range: _, ...query } = countsByPipeline
  const table: Asked = { kind: 'table', title: 'By pipeline', query, answers: ['ROWS'] }
  const panels = [
    table,
    ...['count', 'failure_rate', 'duration_p95'].map(number),
    overTime('bar', ['succeeded', 'failed']),
    overTime('line', ['duration_p50', 'duration_p95']),
    overTime('area', ['count'], { dimensions: ['pipeline'], limit: 5, others: true }),
    overTime('heatmap', ['count'], { every: 'HOUR' }),
  ]
  const document = documentOf('Figures', 'P1D', panels)
  const [wide, ...others] = document.panels
  const below = others.map((panel) => ({ ...panel, layout: { ...panel.layout, y: panel.layout.y + 20 } }))
  return { ...document, panels: [{ ...wide!, layout: { x: 0, y: 0, w: 12, h: 14 } }, ...below] }
}

function documentOf(title: string, last: string, panels: readonly Asked[]): DashboardDocument {
  const place = (index: number) => ({ x: (index % 4) * 3, y: Math.floor(index / 4) * 6, w: 3, h: 6 })
  return {
    format: 1,
    title,
    description: null,
    range: { last },
    timezone: null,
    variables: [],
    panels: panels.map((panel, index) => ({ options: {}, ...panel, id: randomUUID(), layout: place(index) })),
  }
}

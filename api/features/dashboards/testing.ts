import type { Context } from '../../schema/context.ts'
import { outcome } from '../members/testing.ts'
import type { DashboardDocument } from './dashboard-document.ts'

/** A panel of a test. */
export function testPanel(title = 'Jobs', id: string = crypto.randomUUID()): DashboardDocument['panels'][number] {
  return {
    id,
    kind: 'line',
    title,
    layout: { x: 0, y: 0, w: 6, h: 4 },
    query: { dataset: 'jobs', measures: ['count'] },
    answers: ['SERIES'],
    options: { zebra: 1, apple: { z: 1, a: [null, 'ü'] } },
  }
}

/** A document of a test, with one panel. */
export function testDocument(title: string, part: Partial<DashboardDocument> = {}): DashboardDocument {
  return {
    format: 1,
    title,
    description: null,
    range: { last: 'P7D' },
    timezone: null,
    variables: [],
    panels: [testPanel()],
    ...part,
  }
}

const CREATE = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'

/** Makes a dashboard, which everyone sees unless it says otherwise, and returns its id. */
export async function makeDashboard(context: Context, input: Record<string, unknown> = {}): Promise<string> {
  const all = { document: testDocument('Test'), visibility: 'ORGANIZATION', ...input }
  const { createDashboard } = await outcome(context, CREATE, { input: all })
  return createDashboard.id
}

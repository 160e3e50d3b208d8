import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A dashboard with one number: how many jobs there were in a day. */
export function dashboardOf(title: string, part: Record<string, unknown> = {}) {
  const panel = {
    ...{ id: crypto.randomUUID(), kind: 'number', title: 'Jobs of a day', layout: { x: 0, y: 0, w: 4, h: 4 } },
    ...{ query: { dataset: 'jobs', measures: ['count'] }, answers: ['TOTAL', 'SERIES'], options: {} },
  }
  const rest = { description: null, range: { last: 'P1D' }, timezone: null, variables: [], panels: [panel] }
  return { format: 1, title, ...rest, ...part }
}

/** Asks the server as the person who is signed in on the page. */
export async function ask(page: Page, query: string, variables: object) {
  const { origin } = new URL(page.url())
  const headers = { Origin: origin }
  const answer = await page.request.post(`${origin}/graphql`, { data: { query, variables }, headers })
  const { data, errors } = (await answer.json()) as { data: Record<string, { id: string }>; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

const CREATE = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'
/** Saves a dashboard: `id`, `basedOn`, `document`, `comment`. */
export const SAVE_DASHBOARD = `mutation ($id: ID!, $basedOn: Int!, $document: JSON!, $comment: String) {
  saveDashboard(id: $id, basedOn: $basedOn, document: $document, comment: $comment) { __typename } }`

/** Makes a dashboard that everyone in the organization sees, and returns its id. */
export async function makeDashboard(
  page: Page,
  title: string,
  part: { folder?: string; document?: object } = {},
): Promise<string> {
  const input = { document: dashboardOf(title), visibility: 'ORGANIZATION', ...part }
  return (await ask(page, CREATE, { input }))['createDashboard']!.id
}

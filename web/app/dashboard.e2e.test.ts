import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
  await add('orders', 30)
  await add('mail', 12)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const add = (pipeline: string, count: number) =>
  insertJobs(
    server.sql,
    server.organization.id,
    Array.from({ length: count }, () => testJob({ pipeline, at: new Date(Date.now() - 600_000) })),
  )

async function open() {
  const opened = await signedIn(browser, server)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(15_000)
  return opened
}

/** A table of jobs by pipeline. */
function documentOf(title: string) {
  const query = { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'] }
  const layout = { x: 0, y: 0, w: 6, h: 8 }
  const panel = { id: crypto.randomUUID(), kind: 'table', title: 'Pipelines', layout, query }
  const rest = { description: null, range: { last: 'P1D' }, timezone: 'UTC', variables: [] }
  return { format: 1, title, ...rest, panels: [{ ...panel, answers: ['ROWS'], options: {} }] }
}

/** Asks the server as the person who is signed in on the page. */
async function ask(page: Page, query: string, variables: object): Promise<Record<string, { id: string }>> {
  const headers = { Origin: server.base }
  const answer = await page.request.post(`${server.base}/graphql`, { data: { query, variables }, headers })
  const { data, errors } = await answer.json()
  expect(errors).toBeUndefined()
  return data
}

async function make(page: Page, title: string): Promise<{ id: string; document: object }> {
  const document = documentOf(title)
  const create = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'
  const { createDashboard } = await ask(page, create, { input: { document, visibility: 'ORGANIZATION' } })
  return { id: createDashboard!.id, document }
}

const row = (page: Page, words: RegExp) => page.getByRole('row', { name: words })
const SAVE = `mutation ($id: ID!, $document: JSON!) {
  saveDashboard(id: $id, basedOn: 1, document: $document, comment: "Theirs") { ... on Dashboard { id } } }`

test('new jobs show by themselves; a value that is clicked on filters, stands in the address, and can be taken away', async () => {
  const { page, problems } = await open()
  const { id } = await make(page, 'Live')
  await page.goto(`${server.base}/dashboards/${id}`)
  await row(page, /orders 30/).waitFor()
  await page.getByTestId('live-status').getByText('Live', { exact: true }).waitFor()
  await add('orders', 5)
  const now = new Date()
  const change = { organizationId: server.organization.id, dataset: 'jobs' as const, ids: null }
  server.changes.publish({ ...change, from: new Date(now.getTime() - 900_000), to: now })
  await row(page, /orders 35/).waitFor()

  await page.goto(`${server.base}/dashboards/${id}?filter=pipeline%3Dmail&range=PT6H`)
  await row(page, /mail 12/).waitFor()
  expect(await row(page, /orders/).count()).toBe(0)
  await page.getByRole('button', { name: 'Time range: Last 6 hours' }).waitFor()
  await page.getByRole('button', { name: 'Remove the filter pipeline: mail' }).click()
  await row(page, /orders/).waitFor()
  expect(page.url()).not.toContain('filter')
  expect(problems).toEqual([])
})

test('somebody saved meanwhile: mine goes on top when I say so', async () => {
  const { page } = await open()
  const { id, document } = await make(page, 'Conflict')
  await page.goto(`${server.base}/dashboards/${id}/edit`)
  await page.getByRole('group', { name: /^Pipelines: column/ }).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('Mine')
  await page.keyboard.press('Enter')
  await page.getByText(/^Draft saved/).waitFor()
  await ask(page, SAVE, { id, document: { ...document, title: 'Theirs' } })
  await page.getByText('Somebody saved a newer version meanwhile.').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByLabel('What did you change?').waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ada Lovelace saved this dashboard meanwhile' })
  await dialog.getByRole('button', { name: 'Compare' }).click()
  await dialog.getByText(/Panel "Mine"/).waitFor()
  await dialog.getByRole('button', { name: 'Save mine on top' }).click()
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await page.getByRole('heading', { name: 'Mine' }).waitFor()
})

test('without a network an edit is kept, and sent when it is back', async () => {
  const { page, context } = await open()
  const { id } = await make(page, 'Offline')
  await page.goto(`${server.base}/dashboards/${id}/edit`)
  await page.getByRole('group', { name: /^Pipelines: column/ }).focus()
  await context.setOffline(true)
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByText(/^Draft kept here/).waitFor()
  await context.setOffline(false)
  await page.getByText(/^Draft saved/).waitFor()
  await page.reload()
  await page.getByRole('group', { name: /7 columns wide/ }).waitFor()
})

test('a dashboard that is deleted while it is built can become another one', async () => {
  const { page } = await open()
  const { id } = await make(page, 'Deleted')
  await page.goto(`${server.base}/dashboards/${id}/edit`)
  await page.getByRole('group', { name: /^Pipelines: column/ }).waitFor()
  await ask(page, 'mutation ($id: ID!) { deleteDashboard(id: $id) }', { id })
  await page.getByRole('button', { name: 'Save as a new dashboard' }).click()
  await expect.poll(() => page.url(), { timeout: 8_000 }).not.toContain(id)
  await page.getByRole('group', { name: /^Pipelines: column/ }).waitFor()
})

test('a screen on a wall shows dashboards in turn, without anything around them', async () => {
  const { page, problems } = await open()
  const first = await make(page, 'First')
  const second = await make(page, 'Second')
  await page.goto(`${server.base}/kiosk?ids=${first.id},${second.id}&every=5`)
  await page.getByRole('heading', { name: 'First' }).waitFor()
  await row(page, /orders/).waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.getByRole('heading', { name: 'Second' }).waitFor()
  await row(page, /orders/).waitFor()
  await page.getByRole('heading', { name: 'First' }).waitFor()
  expect(problems).toEqual([])
})

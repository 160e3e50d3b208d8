import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../../../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../../../testing/browser.ts'

let browser: Browser
let server: TestServer

beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
  await sendJobs()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** 40 jobs of each of three pipelines in the last 20 hours, of which every fourth failed, in two regions. */
async function sendJobs() {
  const now = Date.now()
  const lines = Array.from({ length: 120 }, (_, i) => {
    const startedAt = now - (i + 1) * 600_000
    return JSON.stringify({
      pipeline: ['import', 'export', 'backup'][i % 3],
      externalId: `run-${i}`,
      status: i % 4 === 0 ? 'FAILED' : 'SUCCEEDED',
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(startedAt + 60_000).toISOString(),
      labels: { region: i % 2 === 0 ? 'eu' : 'us' },
    })
  })
  const init = { method: 'POST', headers: server.bearer, body: lines.join('\n') }
  expect(await (await fetch(`${server.base}/ingest/jobs`, init)).json()).toMatchObject({ accepted: lines.length })
}

const CREATE = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'

/** A dashboard with one panel of lines, that counts jobs. */
async function makeDashboard(): Promise<string> {
  const panel = {
    id: crypto.randomUUID(),
    kind: 'line',
    title: 'Jobs',
    layout: { x: 0, y: 0, w: 8, h: 7 },
    query: { dataset: 'jobs', measures: ['count'], every: 'AUTO' },
    answers: ['SERIES'],
    options: {},
  }
  const document = {
    format: 1,
    title: 'Operations',
    description: null,
    range: { last: 'PT24H' },
    timezone: null,
    variables: [],
    panels: [panel],
  }
  const { data, errors } = await server.ask(CREATE, { input: { document, visibility: 'ORGANIZATION' } })
  expect(errors).toBeUndefined()
  const { id } = data?.createDashboard as { id: string }
  return id
}

async function openEditor(options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[] }> {
  const { page, context, problems } = await signedIn(browser, server, options)
  onTestFinished(() => context.close())
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.base}/dashboards/${await makeDashboard()}/edit`)
  await page.locator('.builder-panel').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Edit panel' }).waitFor()
  await preview(page).locator('svg').first().waitFor()
  return { page, problems }
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })
const option = (page: Page, name: string) => page.getByRole('listbox').getByRole('option', { name, exact: true })

/** Opens a list to pick from, and picks by typing. */
async function pick(page: Page, button: string, text: string) {
  await page.getByRole('button', { name: button }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox').waitFor()
  await page.keyboard.type(text)
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

test('a question is made by keyboard, and its picture follows', async () => {
  const { page, problems } = await openEditor()
  await pick(page, 'Add measure', 'failure rate')
  await page.getByRole('button', { name: 'Remove Failure rate' }).waitFor()
  await pick(page, 'Add dimension', 'region')
  await page.getByRole('button', { name: 'Remove Label region' }).waitFor()
  await preview(page).getByText('us').first().waitFor()

  await page.getByRole('button', { name: 'Add filter' }).press('Enter')
  await pick(page, 'Choose what to filter by', 'pipeline')
  await page.getByRole('button', { name: 'Values of Pipeline' }).click()
  await option(page, 'export').waitFor()
  await page.keyboard.type('imp')
  await expect.poll(() => option(page, 'export').count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Values of Pipeline: import' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  expect(problems).toEqual([])
})

test('what another kind cannot show is told, and what the server refuses stands at its field', async () => {
  const { page } = await openEditor()
  await pick(page, 'Add measure', 'failed')
  await page.getByText('Gauge', { exact: true }).click()
  await preview(page)
    .getByText(/“Gauge” leaves out “Failed.*” and the buckets of time/)
    .waitFor()

  await page.getByLabel('Dataset').selectOption('job_metrics')
  await pick(page, 'Another measure', 'average')
  const refusal = page.getByRole('group', { name: 'Split by' }).getByRole('alert')
  await expect.poll(() => refusal.textContent()).toMatch(/^“Average” of different values of “Metric” has no meaning/)
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('button', { name: 'Choose what to filter by' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
})

test('any other client gets the same numbers with what is copied', async () => {
  const { page } = await openEditor()
  await pick(page, 'Add dimension', 'status')
  await page.getByRole('button', { name: 'Remove Status' }).waitFor()
  await page.getByText('Use this question elsewhere').click()
  const textOf = (name: string) => page.getByRole('region', { name, exact: true }).innerText()
  const { data, errors } = await server.ask(await textOf('GraphQL'), JSON.parse(await textOf('Variables')))
  expect(errors).toBeUndefined()
  expect(data?.series).toMatchObject([{ label: 'SUCCEEDED' }, { label: 'FAILED' }])
})

test('on a phone it is a whole page, with the picture in sight', async () => {
  const { page, problems } = await openEditor({ viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.getByLabel('Show at most').scrollIntoViewIfNeeded()
  const box = await preview(page).boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(0)
  expect(box?.y).toBeLessThan(100)
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(problems).toEqual([])
})

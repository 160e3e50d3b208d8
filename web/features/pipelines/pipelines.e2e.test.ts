import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../../testing/browser.ts'

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

const hourMs = 3_600_000

/** One job in every quarter of the last 20 hours. Of `import` every fourth failed, of `export` none; in the last 8 hours `export` takes five minutes instead of one. */
async function sendJobs() {
  const now = Date.now()
  const lines = Array.from({ length: 80 }, (_, i) => {
    const startedAt = now - (i + 1) * (hourMs / 4)
    return ['import', 'export'].map((pipeline) =>
      JSON.stringify({
        pipeline,
        externalId: `run-${i}`,
        status: pipeline === 'import' && i % 4 === 0 ? 'FAILED' : 'SUCCEEDED',
        queuedAt: new Date(startedAt - 1000).toISOString(),
        startedAt: new Date(startedAt).toISOString(),
        finishedAt: new Date(startedAt + minutesOf(pipeline, i) * 60_000).toISOString(),
      }),
    )
  })
  await send(lines.flat())
}

async function send(lines: readonly string[]) {
  const init = { method: 'POST', headers: server.bearer, body: lines.join('\n') }
  expect(await (await fetch(`${server.base}/ingest/jobs`, init)).json()).toMatchObject({ accepted: lines.length })
}

/** One job of `backup` in every hour of two days, of a little more than a minute; the tenth before now takes half an hour. */
async function sendBackups() {
  const hour = Math.floor(Date.now() / hourMs) * hourMs
  const lines = Array.from({ length: 48 }, (_, i) => {
    const startedAt = hour - (i + 1) * hourMs
    const finishedAt = startedAt + (i === 9 ? 1800 : 62 + (i % 5)) * 1000
    return JSON.stringify({
      pipeline: 'backup',
      externalId: `run-${i}`,
      status: 'SUCCEEDED',
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
    })
  })
  await send(lines)
}

const minutesOf = (pipeline: string, i: number): number => (pipeline === 'export' && i < 32 ? 5 : 1)

async function openAt(path: string): Promise<{ page: Page; problems: string[] }> {
  const { page, context, problems } = await signedIn(browser, server)
  onTestFinished(() => context.close())
  page.setDefaultTimeout(8000)
  // The page of signing in has a heading too: only what stands around a page tells that one is in.
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.goto(`${server.base}${path}`)
  return { page, problems }
}

const zoomOf = (page: Page): number[] =>
  (new URL(page.url()).searchParams.get('zoom') ?? '').split('/').map((moment) => Date.parse(moment))

const byStatus = (page: Page) => page.getByRole('slider', { name: 'Jobs by status' })

test('the list says how each pipeline does, and is ordered by its headings', async () => {
  const { page, problems } = await openAt('/pipelines')
  const names = () => page.locator('.pipeline-link').allInnerTexts()
  await page.getByRole('row', { name: /import .* 80 .* 25%/ }).waitFor()
  await page.getByRole('img', { name: '80 jobs, 20 of them failed or timed out' }).waitFor()
  expect(await names()).toEqual(['export', 'import'])
  await page.getByRole('button', { name: 'Failure rate' }).click()
  await page.waitForURL(/sort=failures/)
  expect(await names()).toEqual(['import', 'export'])
  await page.keyboard.press('/')
  await page.keyboard.type('exp')
  await page.waitForURL(/text=exp/)
  await expect.poll(names).toEqual(['export'])
  expect(problems).toEqual([])
})

test('a range drawn on one chart is the range of the page, until it is reset', async () => {
  const { page, problems } = await openAt('/pipelines/import')
  await page.locator('.chart-picture svg').first().waitFor()
  const box = await byStatus(page).boundingBox()
  if (!box) throw new Error('the chart is not there')
  await page.mouse.move(box.x + box.width * 0.3, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + 90, { steps: 4 })
  await page.mouse.up()
  await page.waitForURL(/zoom=/)
  const [from = 0, to = 0] = zoomOf(page)
  expect((to - from) / hourMs).toBeGreaterThanOrEqual(7)
  expect((to - from) / hourMs).toBeLessThanOrEqual(9)
  await page.getByRole('button', { name: 'Reset zoom' }).click()
  await page.waitForURL((url) => !url.searchParams.has('zoom'))
  expect(problems).toEqual([])
})

test('clicking on a part of a bar opens those jobs', async () => {
  const { page } = await openAt('/pipelines/import')
  await page.locator('.chart-picture svg').first().waitFor()
  const box = await byStatus(page).boundingBox()
  if (!box) throw new Error('the chart is not there')
  // Failed jobs stand at the foot of the stack.
  await page.mouse.click(box.x + box.width * 0.51, box.y + box.height - 4)
  await page.waitForURL(/\/jobs/)
  const search = new URL(page.url()).searchParams
  expect(search.get('status')).toBe('FAILED')
  expect(search.get('pipeline')).toBe('import')
  expect(Date.parse(search.get('to') ?? '') - Date.parse(search.get('from') ?? '')).toBe(hourMs)
})

test('everything of a chart is done with keys', async () => {
  const { page, problems } = await openAt('/pipelines/import')
  await page.locator('.chart-picture svg').first().waitFor()
  await byStatus(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  expect(await byStatus(page).getAttribute('aria-valuetext')).toMatch(/Failed 1, Succeeded 3/)
  await page.keyboard.press('+')
  await page.waitForURL(/zoom=/)
  await page.keyboard.press('t')
  await page.getByRole('region', { name: 'Jobs by status, table' }).waitFor()
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/jobs\?pipeline=import/)
  expect(problems).toEqual([])
})

test('a preset and two days of the calendar go into the address; one that makes no sense is told', async () => {
  const { page } = await openAt('/pipelines/import?range=fortnight')
  await page.getByText('The address asks for the range "fortnight"').waitFor()
  await page.getByRole('button', { name: /Time range/ }).click()
  await page.getByRole('option', { name: 'Last 7 days' }).click()
  await page.waitForURL(/range=P7D/)
  await page.getByRole('button', { name: 'Time range: Last 7 days' }).click()
  await page.getByText(/Times are in/).waitFor()
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/from=.*&to=/)
  expect(new URL(page.url()).searchParams.has('range')).toBe(false)
})

test('what fails is told in the place of the charts, and can be tried again', async () => {
  const { page } = await openAt('/pipelines')
  await page.route('**/graphql', (route) =>
    /PipelineMetrics/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
  )
  await page.getByRole('link', { name: 'import' }).click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('.chart-picture svg').first().waitFor()
})

test('what was found is drawn over the charts, told in words, and kept in the address', async () => {
  const { page, problems } = await openAt('/pipelines/export')
  await page.locator('.chart-picture svg').first().waitFor()
  const toggle = (name: string) => page.getByRole('button', { name, exact: true })
  expect(await toggle('Change points').getAttribute('aria-pressed')).toBe('false')
  await toggle('Change points').focus()
  await page.keyboard.press('Space')
  await page.waitForURL(/findings=changes/)
  expect(await toggle('Change points').getAttribute('aria-pressed')).toBe('true')
  const durations = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'Duration' }) })
  await page.getByText(/up from 1 m to/).waitFor()
  await durations.getByText(/^\+\d/).waitFor()
  await durations.getByRole('img', { name: /Change: up from 1 m to/ }).waitFor()
  await toggle('Forecast').click()
  await page.waitForURL(/findings=changes&findings=forecast/)
  await durations.getByText('95% forecast range of p95').waitFor()
  await durations.getByRole('button', { name: 'Show table of Duration' }).click()
  await durations.getByRole('columnheader', { name: 'Forecast of p95' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.reload()
  await durations.getByText('95% forecast range of p95').waitFor()
  expect(problems).toEqual([])
})

test('an anomaly is marked with its value, told against what is usual, and the band is drawn and in the table', async () => {
  await sendBackups()
  const { page, problems } = await openAt('/pipelines/backup?range=P2D')
  await page.locator('.chart-picture svg').first().waitFor()
  const findings = page.getByRole('region', { name: 'Findings' })
  const durations = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'Duration' }) })
  await findings.getByRole('button', { name: 'Anomalies' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/findings=anomalies/)
  await findings.getByText(/: 30 m \d s against 1 m \d s expected, .* usual$/).waitFor()
  await durations.getByText('1 anomaly').waitFor()
  await durations
    .locator('.chart-picture')
    .getByText(/^30 m \d s$/)
    .waitFor()
  await durations.getByRole('img', { name: /Anomaly: 30 m \d s against/ }).waitFor()
  const asked = page.waitForRequest((request) => /PipelineFindings|horizon/.test(request.postData() ?? ''))
  await findings.getByRole('button', { name: 'Usual band' }).click()
  expect((await asked).postDataJSON()).toMatchObject({
    variables: { band: true, anomalies: true, changes: false, trend: false, forecast: false },
  })
  await page.waitForURL(/findings=band&findings=anomalies/)
  await durations.getByText('Usual band of p95').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await durations.getByRole('button', { name: 'Show table of Duration' }).click()
  await durations.getByRole('columnheader', { name: 'Usual band of p95' }).waitFor()
  await durations.getByRole('rowheader', { name: /Anomaly: 30 m/ }).waitFor()
  expect(problems).toEqual([])
})

test('all findings fit on a phone', async () => {
  const { page } = await openAt('/pipelines/export?findings=band&findings=anomalies&findings=changes&findings=trend')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByText(/up from 1 m to/).waitFor()
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  expect(await accessibilityProblems(page)).toEqual([])
})

test('too little to tell is said in words, and what fails can be tried again', async () => {
  const { page } = await openAt('/pipelines/import?range=PT1H')
  await page.locator('.chart-picture svg').first().waitFor()
  await page.route('**/graphql', (route) =>
    /PipelineFindings|horizon/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
  )
  await page.getByRole('button', { name: 'Trend', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page
    .getByRole('region', { name: 'Findings' })
    .getByText(/Too few to tell/)
    .first()
    .waitFor()
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
  const now = Date.now()
  const jobs = Array.from({ length: 240 }, (_, i) =>
    testJob({
      at: new Date(now - (i % 24) * 3_600_000 - i * 1_000),
      pipeline: i % 3 === 0 ? 'mail' : 'orders',
      status: i % 10 === 0 ? 'FAILED' : 'SUCCEEDED',
      durationMs: 60_000 + i * 100,
    }),
  )
  await insertJobs(server.sql, server.organization.id, jobs)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Makes an empty dashboard from the list, and opens its builder. */
async function beginDashboard(title: string) {
  const opened = await signedIn(browser, server)
  onTestFinished(() => opened.context.close())
  const { page } = opened
  page.setDefaultTimeout(8_000)
  await page.goto(`${server.base}/dashboards`)
  await page.getByRole('button', { name: 'New dashboard' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(title)
  await page.getByRole('button', { name: 'Make dashboard' }).click()
  await page.getByRole('heading', { name: 'This dashboard has no panels yet' }).waitFor()
  return opened
}

const panels = (page: Page) => page.locator('.builder-panel')
const placeOf = (page: Page, title: string) =>
  page.getByRole('group', { name: new RegExp(`^${title}: column`) }).first().getAttribute('aria-label')

test('by mouse: five panels are added, arranged, filtered by a variable, saved and there after a reload', async () => {
  const { page, problems } = await beginDashboard('By mouse')
  await page.getByRole('link', { name: 'Add panel' }).click()
  const palette = page.getByRole('complementary', { name: 'Kinds of panels' })
  for (const kind of ['Lines', 'Areas', 'Big number', 'Table']) {
    await palette.getByRole('button', { name: new RegExp(`^${kind}`) }).click()
  }
  await page.screenshot({ path: '/tmp/builder-1.png' })
  console.log(problems, await page.locator('.builder-panel').evaluateAll((all) => all.map((a) => a.getAttribute('aria-label'))))
  await page.waitForTimeout(3000)
  await page.screenshot({ path: '/tmp/builder-2.png' })
  console.log(problems)
})

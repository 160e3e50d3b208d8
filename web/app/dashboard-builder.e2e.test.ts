import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { insertJobs, testJob } from '../../api/features/metrics/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
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

const kinds = ['Lines', 'Areas', 'Big number', 'Table', 'Text']

/** Makes an empty dashboard from the list. */
async function beginDashboard(title: string) {
  const opened = await signedIn(browser, server)
  onTestFinished(() => opened.context.close())
  const { page } = opened
  page.setDefaultTimeout(8_000)
  await page.goto(`${server.base}/dashboards`)
  await page.getByRole('button', { name: 'New dashboard' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(title)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'This dashboard has no panels yet' }).waitFor()
  return opened
}

const palette = (page: Page) => page.getByRole('complementary', { name: 'Kinds of panels' })
const panel = (page: Page, title: string) => page.getByRole('group', { name: new RegExp(`^${title}: column`) })
const saved = (page: Page) => page.getByText(/^Draft saved/).waitFor()
const shownOrder = (page: Page) => page.locator('.panel-frame-head h2, .panel-header h2').allTextContents()

/** The head of the table, and a row for each pipeline. */
const tableRows = (page: Page) => page.locator('[data-kind=table]').getByRole('row')

const rowsBecome = (page: Page, count: number) =>
  expect.poll(() => tableRows(page).count(), { timeout: 8_000 }).toBe(count)

async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 5 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 5 })
  await page.mouse.up()
}

test('by mouse: five panels are added, arranged, filtered by a variable, saved and there after a reload', async () => {
  const { page, problems } = await beginDashboard('By mouse')
  await page.getByRole('link', { name: 'Add panel' }).click()
  await palette(page).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  const choice = (kind: string) => palette(page).getByRole('button', { name: new RegExp(`^${kind}`) })
  await choice('Lines').click()
  await choice('Text').dragTo(page.locator('.react-grid-layout'), { targetPosition: { x: 700, y: 60 } })
  await page.getByRole('group', { name: /^Text: column [^1]/ }).waitFor()
  for (const kind of ['Areas', 'Big number', 'Table']) await choice(kind).click()
  await palette(page).getByRole('button', { name: 'Close the kinds of panels' }).click()
  await tableRows(page).nth(2).waitFor()

  const lines = panel(page, 'Lines')
  await lines.scrollIntoViewIfNeeded()
  const box = (await lines.boundingBox())!
  await drag(page, { x: box.x + 200, y: box.y + 16 }, { x: box.width + 40, y: 0 })
  await panel(page, 'Lines')
    .and(page.getByRole('group', { name: /column 7, row 1,/ }))
    .waitFor()
  const moved = (await lines.boundingBox())!
  await drag(page, { x: moved.x + moved.width - 6, y: moved.y + moved.height - 6 }, { x: 0, y: 104 })
  await page.getByRole('group', { name: /^Lines: .* 9 rows high/ }).waitFor()

  await page.getByRole('button', { name: 'Variables' }).click()
  await page.getByRole('button', { name: 'Add variable' }).click()
  await page.getByRole('option', { name: /^Pipeline/ }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await saved(page)
  await page.getByRole('button', { name: 'Pipeline', exact: true }).click()
  await page.getByRole('option', { name: 'mail' }).click()
  await page.keyboard.press('Escape')
  await rowsBecome(page, 2)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('What did you change?').fill('Five panels')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  expect(page.url()).toContain('var=pipeline')
  await page.reload()
  // What is below the fold is drawn when it comes near.
  await page.getByRole('heading', { name: 'Table' }).scrollIntoViewIfNeeded()
  await rowsBecome(page, 2)
  expect((await shownOrder(page)).sort()).toEqual([...kinds].sort())
  await page.keyboard.press('f')
  await page.getByRole('navigation').waitFor({ state: 'detached' })
  await page.keyboard.press('f')
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sidewaysScroll(page)).toBe(0)
  expect(problems).toEqual([])
}, 60_000)

test('by keyboard alone: five panels are added, arranged, filtered by a variable, saved and there after a reload', async () => {
  const { page, problems } = await beginDashboard('By keyboard')
  const { keyboard } = page
  await page.getByRole('link', { name: 'Add panel' }).focus()
  await keyboard.press('Enter')
  await palette(page).waitFor()
  for (const kind of kinds) {
    await keyboard.press('a')
    await palette(page)
      .getByRole('button', { name: new RegExp(`^${kind}`) })
      .focus()
    await keyboard.press('Enter')
    await expect.poll(() => focused(page)).toMatch(new RegExp(`^${kind}: column`))
  }
  await tableRows(page).nth(2).waitFor()

  await panel(page, 'Lines').focus()
  await keyboard.press('Shift+ArrowDown')
  expect(await focused(page)).toMatch('Lines: column 1, row 1, 6 columns wide, 8 rows high')
  await keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toMatch(/^Lines: column 1, row [^1]/)
  await page
    .getByRole('status')
    .filter({ hasText: /^Lines: column 1/ })
    .waitFor({ state: 'attached' })
  await keyboard.press('Control+z')
  await expect.poll(() => focused(page)).toMatch('Lines: column 1, row 1')
  await keyboard.press('Control+Shift+z')
  await expect.poll(() => focused(page)).toMatch(/^Lines: column 1, row [^1]/)

  await keyboard.press('F2')
  await keyboard.type('Durations')
  await keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Durations: column/)
  await keyboard.press('d')
  await expect.poll(() => focused(page)).toMatch(/^Durations \(copy\): column/)
  await keyboard.press('Delete')
  await page.getByRole('group', { name: /copy/ }).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Variables' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add variable' }).focus()
  await keyboard.press('Enter')
  await keyboard.type('Pipeline')
  await page.getByRole('option', { name: /^Pipeline/ }).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Dimensions' }).waitFor({ state: 'detached' })
  await keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Variables' }).waitFor({ state: 'detached' })
  await saved(page)
  await page.getByRole('button', { name: 'Pipeline', exact: true }).focus()
  await keyboard.press('Enter')
  await page.getByRole('option', { name: 'mail' }).focus()
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await rowsBecome(page, 2)

  await keyboard.press('Control+s')
  await keyboard.type('Five panels')
  await keyboard.press('Enter')
  await page.getByRole('link', { name: 'Edit' }).waitFor()
  await page.reload()
  // What is below the fold is drawn when it comes near.
  await page.getByRole('heading', { name: 'Table' }).scrollIntoViewIfNeeded()
  await rowsBecome(page, 2)
  expect((await shownOrder(page)).sort()).toEqual(['Areas', 'Big number', 'Durations', 'Table', 'Text'])
  expect(problems).toEqual([])
}, 60_000)

/** What has the focus, in words. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

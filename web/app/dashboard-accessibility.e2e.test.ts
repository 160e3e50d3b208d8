import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'
import { insertJobsOfTwoPipelines } from '../testing/builder.ts'
import { dashboardOfAllKinds } from '../testing/dashboard-of-all-kinds.ts'
import { ask, dashboardOf, makeDashboard, SAVE_DASHBOARD } from '../testing/dashboards.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
  await insertJobsOfTwoPipelines(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** All panels are in sight, so that all of them are drawn. */
const windows = [
  { width: 1440, height: 3600, colorScheme: 'light' },
  { width: 1440, height: 3600, colorScheme: 'dark' },
  { width: 390, height: 6800, colorScheme: 'light' },
  { width: 390, height: 6800, colorScheme: 'dark' },
] as const

async function open({ width, height, colorScheme }: (typeof windows)[number]) {
  const opened = await signedIn(browser, server, { viewport: { width, height }, colorScheme })
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(15_000)
  return opened
}

/** Waits until nothing waits for an answer any more. */
async function drawn(page: Page) {
  await page.locator('[data-kind=table] [role=gridcell]').first().waitFor()
  await nothingWaits(page)
}

const nothingWaits = (page: Page) =>
  expect.poll(() => page.locator('.panel-skeleton, .after-a-moment').count(), { timeout: 10_000 }).toBe(0)

/** What is wrong with the page, and how far it scrolls sideways. */
const looked = async (page: Page) => [await accessibilityProblems(page), Math.max(0, await sidewaysScroll(page))]
const fine = [[], 0]

test.each(windows)(
  'every kind of panel at $width in $colorScheme: view, wall, builder, editor, history, link and list',
  async (how) => {
    const { page, problems } = await open(how)
    const document = dashboardOfAllKinds('All kinds')
    const id = await makeDashboard(page, 'All kinds', { document })
    await ask(page, SAVE_DASHBOARD, { id, basedOn: 1, document: { ...document, panels: [] }, comment: 'Emptied' })
    await ask(page, SAVE_DASHBOARD, { id, basedOn: 2, document, comment: 'Filled' })
    await page.goto(`${server.base}/dashboards/${id}`)
    await drawn(page)
    expect.soft(await looked(page), 'view').toEqual(fine)
    await page.getByRole('button', { name: 'Actions for Lines' }).click()
    await page.getByRole('menuitem', { name: 'Full screen' }).click()
    await page.getByRole('dialog').waitFor()
    expect.soft(await looked(page), 'full screen').toEqual(fine)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Share' }).click()
    await page.getByRole('button', { name: 'Make link' }).click()
    const address = await page.getByRole('region', { name: 'Address' }).innerText()
    expect.soft(await looked(page), 'share').toEqual(fine)

    await page.goto(`${server.base}/kiosk?ids=${id}`)
    await drawn(page)
    expect.soft(await looked(page), 'wall').toEqual(fine)
    await page.goto(`${server.base}/dashboards/${id}/edit`)
    await drawn(page)
    expect.soft(await looked(page), 'builder').toEqual(fine)
    for (const kind of ['Big number', 'Table', 'Text']) {
      await page.getByRole('button', { name: `Actions for ${kind}` }).click()
      await page.getByRole('menuitem', { name: 'Edit', exact: true }).click()
      const editor = page.getByRole('dialog', { name: 'Edit panel' })
      await editor.locator('.panel-frame').waitFor()
      await expect.poll(() => editor.locator('.panel-skeleton').count(), { timeout: 10_000 }).toBe(0)
      expect.soft(await looked(page), `editor of ${kind}`).toEqual(fine)
      await editor.getByRole('button', { name: 'Done' }).click()
    }
    await page.goto(`${server.base}/dashboards/${id}/history?look=1`)
    await drawn(page)
    expect.soft(await looked(page), 'history').toEqual(fine)
    await page.goto(`${server.base}/dashboards`)
    await page.getByRole('link', { name: 'All kinds' }).first().waitFor()
    expect.soft(await looked(page), 'list').toEqual(fine)
    await page.goto(address)
    await drawn(page)
    expect.soft(await looked(page), 'link').toEqual(fine)
    expect(problems).toEqual([])
  },
  180_000,
)

test.each(windows)('panels that wait, have nothing or cannot be answered, at $width in $colorScheme', async (how) => {
  const { page } = await open(how)
  await page.addInitScript(observersSpeakLate)
  const all = dashboardOfAllKinds('No jobs')
  const none = await makeDashboard(page, 'Empty', { document: { ...all, range: { from: past(2), to: past(1) } } })
  await page.goto(`${server.base}/dashboards/${none}`)
  await page.getByRole('heading', { name: 'No data in this range' }).nth(5).waitFor()
  await nothingWaits(page)
  expect.soft(await looked(page), 'empty').toEqual(fine)

  const panels = all.panels.map((panel) => ({
    ...panel,
    query: panel.query && { ...panel.query, measures: ['speed'] },
  }))
  const wrong = await makeDashboard(page, 'Wrong', { document: { ...all, panels } })
  await page.goto(`${server.base}/dashboards/${wrong}`)
  await page.getByRole('heading', { name: 'This panel has no answer' }).nth(5).waitFor()
  await nothingWaits(page)
  expect.soft(await looked(page), 'problems').toEqual(fine)

  const waiting = await makeDashboard(page, 'Waiting', { document: dashboardOf('Waiting') })
  // Nothing that is asked over the connection is ever answered.
  await page.routeWebSocket(/graphql/, (socket) => {
    socket.onMessage((message) => {
      if (String(message).includes('connection_init')) socket.send('{"type":"connection_ack"}')
    })
  })
  await page.goto(`${server.base}/dashboards/${waiting}`)
  await page.locator('.after-a-moment[data-shown]').waitFor()
  expect.soft(await looked(page), 'waiting').toEqual(fine)
})

/** What a page has to know as soon as it is there must not wait for the frame after it: on a busy machine that is late. */
const observersSpeakLate = `window.ResizeObserver = class extends ResizeObserver {
  constructor(callback) {
    super((...seen) => setTimeout(() => callback(...seen), 500))
  }
}`

/** A moment so many years ago, before there were jobs. */
const past = (years: number): string => new Date(Date.now() - years * 31_536_000_000).toISOString()

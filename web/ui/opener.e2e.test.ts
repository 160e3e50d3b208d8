import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'
import { dashboardOf, makeDashboard } from '../testing/dashboards.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function openJobs(options = {}) {
  const opened = await signedIn(browser, server, options)
  onTestFinished(() => opened.context.close())
  await opened.page.goto(`${server.base}/jobs`)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('a menu opens by Enter and by arrows, from either end, and gives the focus back', async () => {
  const { page, problems } = await openJobs()
  const button = page.getByRole('button', { name: /your menu/i })
  for (const [key, item] of [
    ['Enter', /^My profile|^Profile/],
    ['ArrowDown', /^My profile|^Profile/],
    ['ArrowUp', /^Sign out/],
  ] as const) {
    await button.press(key)
    await page.getByRole('menu').waitFor()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    await expect.poll(() => focused(page)).toMatch(item)
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await button.getAttribute('aria-expanded')).toBe('false')
  }
  expect(problems).toEqual([])
})

test('a press beside a popup closes it, and does nothing else', async () => {
  const { page } = await openJobs()
  await page.getByRole('button', { name: /^Time range/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Time range' })
  await dialog.first().waitFor()
  await page.mouse.click(400, 700)
  await dialog.first().waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/jobs')
})

test('what opens comes only when it is reached for, and a little later by itself', async () => {
  const { page } = await openJobs()
  const has = (name: string) =>
    page.evaluate(
      (name) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(`/${name}-`)),
      name,
    )
  expect(await has('date-range-dialog')).toBe(false)
  await page.getByRole('button', { name: /^Time range/ }).hover()
  await expect.poll(() => has('date-range-dialog')).toBe(true)
  expect(await has('dialog-box')).toBe(false)
  await expect.poll(() => has('dialog-box'), { timeout: 10_000 }).toBe(true)
})

const scenes = [1440, 390].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })))

test.each(scenes)('whatever opens on a dashboard is accessible: $width, $scheme', async ({ width, scheme }) => {
  const { page, problems } = await openJobs({ viewport: { width, height: 900 }, colorScheme: scheme })
  const variable = { name: 'p', title: 'Pipeline', dimension: 'pipeline', dataset: 'jobs', values: [], multiple: true }
  const { panels, ...document } = dashboardOf('Openers', { variables: [variable] })
  const described = panels.map((panel) => ({ ...panel, description: 'Counts all jobs.' }))
  const id = await makeDashboard(page, 'Openers', { document: { ...document, panels: described } })
  await page.goto(`${server.base}/dashboards/${id}`)
  for (const name of [/your menu/i, /^Pipeline/, /^Time range/, /^Time zone/, /^About/, /^Actions for Jobs of a day/]) {
    const button = page.getByRole('button', { name })
    await button.click()
    await page.locator('.popover').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.popover').waitFor({ state: 'detached' })
    await expect.poll(() => button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true)
  }
  expect(problems).toEqual([])
})

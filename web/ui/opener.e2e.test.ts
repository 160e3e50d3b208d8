import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../api/server/testing.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'

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

async function openJobs() {
  const opened = await signedIn(browser, server)
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

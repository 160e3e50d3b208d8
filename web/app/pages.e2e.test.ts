import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, person, serverWithPerson, signedIn } from '../testing/browser.ts'

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  browser = await openBrowser()
  await sendHistory()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const JOBS = 130
const lastMinute = () => Math.floor(Date.now() / 60_000) * 60_000
/** Two pipelines over the last hours; every tenth job of `import` failed. */
async function sendHistory() {
  const end = lastMinute() - 60_000
  const lines = Array.from({ length: JOBS }, (_, i) => {
    const startedAt = new Date(end - i * 120_000)
    const finishedAt = new Date(startedAt.getTime() + 10_000 + i * 100)
    const failed = i % 10 === 0
    return JSON.stringify({
      pipeline: i % 2 === 0 ? 'import' : 'report',
      externalId: `run-${String(i).padStart(3, '0')}`,
      status: failed ? 'FAILED' : 'SUCCEEDED',
      queuedAt: new Date(startedAt.getTime() - 2000).toISOString(),
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      ...(failed && { error: 'Connection to warehouse refused' }),
      labels: { environment: i % 3 === 0 ? 'staging' : 'production' },
      metrics: { rows: 1000 + i },
    })
  })
  const init = { method: 'POST', headers: server.bearer, body: lines.join('\n') }
  expect(await (await fetch(`${server.base}/ingest/jobs`, init)).json()).toMatchObject({ accepted: JOBS })
}

async function openPage(options = {}) {
  const opened = await signedIn(browser, server, options)
  onTestFinished(() => opened.context.close())
  return opened
}

const rows = (page: Page) => page.getByRole('table', { name: 'Jobs' }).locator('tbody tr')
const firstJob = (page: Page) => rows(page).first().getByRole('link', { name: /^run-/ }).innerText()

describe('signing in', () => {
  test('a wrong password is said in words, and the right one leads to where one wanted to go', async () => {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`${server.base}/jobs?status=FAILED`)
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill('not this one')
    await page.keyboard.press('Enter')
    await page.getByText('The address or the password is wrong.').waitFor()
    await page.getByLabel('Password').fill(person.password)
    await page.keyboard.press('Enter')
    await rows(page).first().waitFor()
    expect(page.url()).toContain('/jobs?status=FAILED')
  })
})

describe('the jobs list', () => {
  test('filters stand in the address, and the address brings them back', async () => {
    const { page, problems } = await openPage()
    await page.goto(`${server.base}/jobs?status=FAILED&pipeline=import`)
    await rows(page).first().waitFor()
    expect(await rows(page).count()).toBe(JOBS / 10)
    expect(new Set(await rows(page).getByText('Failed').allInnerTexts())).toEqual(new Set(['Failed']))
    await page.goto(`${server.base}/jobs?text=run-04`)
    await expect.poll(() => rows(page).count()).toBe(10)
    expect(problems).toEqual([])
  })

  test('a mistyped address shows jobs, and says what it made of the range', async () => {
    const { page, problems } = await openPage()
    await page.goto(`${server.base}/jobs?status=WHAT&range=fortnight`)
    await page.getByText('The address asks for the range "fortnight"').waitFor()
    await rows(page).first().waitFor()
    expect(problems).toEqual([])
  })

  test('pages forward, to the end and back, without skipping or repeating', async () => {
    const { page } = await openPage()
    await rows(page).first().waitFor()
    const found: string[] = []
    for (;;) {
      found.push(...(await rows(page).getByRole('link', { name: /^run-/ }).allInnerTexts()))
      const next = page
        .getByRole('button', { name: /^Next/ })
        .or(page.getByRole('link', { name: /^Next/ }))
        .first()
      if ((await next.getAttribute('aria-disabled')) === 'true' || (await next.isDisabled())) break
      const before = await firstJob(page)
      await next.click()
      await expect.poll(() => firstJob(page)).not.toBe(before)
    }
    expect(found).toEqual(Array.from({ length: JOBS }, (_, i) => `run-${String(i).padStart(3, '0')}`))
  })

  test('works by keyboard alone: search, move, open, go back', async () => {
    const { page } = await openPage()
    await rows(page).first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('run-077')
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.keyboard.press('Tab')
    await rows(page).getByRole('link', { name: 'run-077' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'run-077' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.getByRole('heading', { level: 1, name: 'Pipelines' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
})

describe('the pipeline page', () => {
  test('a click on a bar opens the jobs behind it', async () => {
    const { page, problems } = await openPage()
    await page.goto(`${server.base}/pipelines/import`)
    const chart = page.getByRole('figure').first()
    await chart.waitFor()
    await chart.locator('canvas, svg').first().waitFor()
    const plot = chart.locator('[tabindex="0"]').first()
    await plot.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/jobs\?/)
    expect(page.url()).toContain('pipeline=import')
    expect(problems).toEqual([])
  })

  test('an unknown pipeline is said to be unknown', async () => {
    const { page } = await openPage()
    await page.goto(`${server.base}/pipelines/nothing-like-it`)
    await page.getByText(/no such pipeline/i).waitFor()
  })
})

describe('every page', () => {
  const jobPage = async (page: Page) => {
    await page.goto(`${server.base}/jobs?text=run-010`)
    const link = rows(page).getByRole('link', { name: 'run-010' })
    await link.waitFor()
    return (await link.getAttribute('href'))!
  }
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`at ${width} pixels, ${colorScheme}: accessible, and nothing scrolls sideways`, async () => {
        const { page, problems } = await openPage({ viewport: { width, height }, colorScheme })
        const job = await jobPage(page)
        for (const path of ['/jobs', job, '/pipelines', '/pipelines/import', '/nowhere']) {
          await page.goto(server.base + path)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await page.waitForLoadState('networkidle')
          expect(await accessibilityProblems(page), path).toEqual([])
          expect(await sidewaysScroll(page), path).toBeLessThanOrEqual(0)
        }
        expect(problems).toEqual([])
      }, 60_000)
    }
  }
})

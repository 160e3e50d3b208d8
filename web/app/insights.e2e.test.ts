import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { scanOrganization } from '../../api/features/insights/index.ts'
import { insertJobs, testJob, type TestJob } from '../../api/features/metrics/testing.ts'
import { createUser } from '../../api/features/people/index.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'

const viewer = { email: 'vera@example.com', name: 'Vera', password: 'looks and says nothing', role: 'viewer' as const }

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await serverWithPerson()
  await createUser(server.sql, server.organization.id, viewer)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const dayMs = 86_400_000
const today = Math.floor(Date.now() / dayMs) * dayMs
const shiftedAt = today - 12 * dayMs
const failedAt = today - 4 * dayMs

/** A pipeline of ten jobs a day that take a minute, for ninety days; `of` says what is otherwise. */
function history(pipeline: string, of: (day: number, i: number) => Partial<TestJob>): TestJob[] {
  return Array.from({ length: 91 }, (_, d) => today - d * dayMs).flatMap((day, d) =>
    Array.from({ length: 10 }, (_, i) =>
      testJob({
        pipeline,
        at: new Date(day + i * 2 * 3_600_000),
        durationMs: 60_000 + ((d * 7919 + i * 104_729) % 6000),
        ...of(day, i),
      }),
    ),
  )
}

/** Takes half as long again since twelve days. */
const slower = (pipeline: string) =>
  history(pipeline, (day, i) => (day >= shiftedAt ? { durationMs: 90_000 + ((day / dayMs + i) % 7) * 500 } : {}))

/** Half of its jobs failed on one day, all those of the schedule; otherwise one of ten now and then. */
const failing = history('mail', (day, i) => ({
  trigger: i % 2 ? 'schedule' : 'webhook',
  status: (day === failedAt ? i % 2 === 1 : (day / dayMs) % 9 === i) ? 'FAILED' : 'SUCCEEDED',
}))

const scan = async (...jobs: TestJob[]) => {
  await insertJobs(server.sql, server.organization.id, jobs)
  await scanOrganization(server.services, server.organization.id)
}

async function openAt(path: string, options = {}, who?: typeof viewer) {
  const opened = await signedIn(browser, server, options, who)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(8000)
  await opened.page.goto(server.base + path)
  await opened.page.getByRole('heading', { level: 1 }).waitFor()
  return opened
}

const card = (page: Page, words: RegExp) => page.getByRole('article', { name: words })
const incident = (page: Page) => card(page, /Failure rate of MAIL/)
const slowdown = (page: Page) => card(page, /ORDERS rose/)

test('before anything is found the page says what it takes, and then shows what is found by itself', async () => {
  const { page, problems } = await openAt('/insights')
  await page.getByRole('heading', { name: 'No insights yet' }).waitFor()
  await page.getByText('unusual values 24').waitFor()
  await page.getByTestId('live-status').getByText('Live', { exact: true }).waitFor()
  await scan(...slower('orders'), ...failing)
  await slowdown(page).waitFor()
  await incident(page).waitFor()
  await page.getByRole('link', { name: 'Insights 1 new' }).waitFor()
  expect(problems).toEqual([])
})

describe('a card', () => {
  test('says what was found, how sure that is, what contributed, and shows it', async () => {
    const { page, problems } = await openAt('/insights')
    await incident(page).getByText('Over', { exact: true }).waitFor()
    await incident(page)
      .getByText(/likely real.* \(\d\d%\)$/i)
      .waitFor()
    await incident(page)
      .getByRole('row', { name: /trigger schedule \+\d.* points/ })
      .waitFor()
    await incident(page)
      .getByRole('img', { name: /Failure rate: .* Event: 50%/ })
      .waitFor()
    await slowdown(page).getByText('New', { exact: true }).waitFor()
    await slowdown(page)
      .getByRole('img', { name: /Median after/ })
      .waitFor()
    expect(problems).toEqual([])
  })

  test('leads by keys to its own page, to its evidence, and to the jobs behind it', async () => {
    const { page, problems } = await openAt('/jobs')
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await incident(page).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(
      await incident(page)
        .locator('a.insight-link')
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    await incident(page).getByText('Evidence').focus()
    await page.keyboard.press('Enter')
    await incident(page)
      .getByText(/robust standard deviations/)
      .waitFor()
    await incident(page).locator('a.insight-link').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Failure rate of MAIL' }).waitFor()
    await page.getByRole('link', { name: 'Failed jobs behind it' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/jobs\?/)
    const search = new URL(page.url()).searchParams
    expect(search.getAll('status')).toEqual(['FAILED', 'TIMED_OUT'])
    expect(search.get('pipeline')).toBe('mail')
    expect(Date.parse(search.get('from')!)).toBe(failedAt)
    expect(Date.parse(search.get('to')!)).toBe(failedAt + dayMs)
    await expect.poll(() => page.getByRole('table', { name: 'Jobs' }).locator('tbody tr').count()).toBe(5)
    expect(problems).toEqual([])
  })

  test('is listed with its pipeline as long as it lasts', async () => {
    const { page } = await openAt('/insights')
    await slowdown(page).getByRole('link', { name: 'ORDERS', exact: true }).click()
    await page.waitForURL(/\/pipelines\/orders\?findings=changes/)
    await page.getByRole('link', { name: /ORDERS rose/ }).waitFor()
    await page.getByRole('link', { name: 'All insights' }).click()
    await page.waitForURL(/\/insights\?pipeline=orders/)
    await slowdown(page).waitFor()
    expect(await incident(page).count()).toBe(0)
  })
})

describe('filters', () => {
  test('stand in the address, and when none fits that is said', async () => {
    const { page, problems } = await openAt('/insights?kind=ANOMALY')
    await incident(page).waitFor()
    expect(await slowdown(page).count()).toBe(0)
    await page.getByRole('button', { name: 'State' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'New' }).click()
    await page.waitForURL(/state=NEW/)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'No insights match' }).waitFor()
    await page.getByRole('link', { name: 'Clear filters' }).click()
    await slowdown(page).waitFor()
    expect(new URL(page.url()).search).toBe('')
    expect(problems).toEqual([])
  })

  test('an address that nobody can have chosen still shows insights', async () => {
    const { page } = await openAt('/insights?kind=nonsense&confidence=7&pages=-3')
    await slowdown(page).waitFor()
  })
})

describe('what people think', () => {
  test('is kept, can be taken back, and is read by the others', async () => {
    const { page, problems } = await openAt('/insights')
    const useful = incident(page).getByRole('button', { name: 'Useful', exact: true })
    await useful.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => useful.getAttribute('aria-pressed')).toBe('true')
    await incident(page).getByRole('button', { name: 'Comment' }).click()
    await incident(page).getByLabel('Comment', { exact: true }).fill('The provider was down')
    await page.keyboard.press('Control+Enter')
    await incident(page).getByText('The provider was down').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/comment/i)
    await page.reload()
    await expect.poll(() => useful.getAttribute('aria-pressed')).toBe('true')
    await page.getByText('How the methods do').click()
    await page.getByRole('row', { name: /Unusual values .* 100%/ }).waitFor()
    const other = await openAt('/insights', {}, viewer)
    await incident(other.page).getByText('The provider was down').waitFor()
    await incident(other.page).getByText('1 other finds it useful').waitFor()
    expect(await other.page.getByRole('button', { name: /Useful|Comment|Dismiss$/ }).count()).toBe(0)
    await useful.click()
    await expect.poll(() => useful.getAttribute('aria-pressed')).toBe('false')
    await incident(other.page).getByText('1 other finds it useful').waitFor({ state: 'hidden' })
    expect([...problems, ...other.problems]).toEqual([])
  })

  test('a refusal is said in its place', async () => {
    const { page } = await openAt('/insights')
    await slowdown(page).waitFor()
    await page.route('**/graphql', (route) =>
      /GiveInsightFeedback/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
    )
    const useful = slowdown(page).getByRole('button', { name: 'Useful', exact: true })
    await useful.click()
    await slowdown(page)
      .getByText(/cannot be reached/)
      .waitFor()
    expect(await useful.getAttribute('aria-pressed')).toBe('false')
  })

  test('what is dismissed is gone, until that is undone', async () => {
    const { page, problems } = await openAt('/insights')
    const dismiss = () => incident(page).getByRole('button', { name: 'Dismiss' }).click()
    await dismiss()
    await incident(page).waitFor({ state: 'hidden' })
    await page.getByText(/^Dismissed: Failure rate of MAIL/).waitFor()
    await page.keyboard.press('Enter')
    await incident(page).waitFor()
    await dismiss()
    await page.getByText(/^Dismissed: Failure rate of MAIL/).waitFor()
    await page.goto(`${server.base}/insights?dismissed=only`)
    await incident(page)
      .getByText(/Dismissed by Ada/)
      .waitFor()
    await incident(page).getByRole('button', { name: 'Bring back' }).click()
    await page.getByRole('heading', { name: 'No insights match' }).waitFor()
    expect(problems).toEqual([])
  })
})

test('a new insight comes by itself, and the card that one is in stays in its place', async () => {
  // Lower than the list, so that there is something to scroll.
  const { page, problems } = await openAt('/insights', { viewport: { width: 1440, height: 500 } })
  await page.getByTestId('live-status').getByText('Live', { exact: true }).waitFor()
  await slowdown(page).getByRole('button', { name: 'Comment' }).click()
  const place = () => slowdown(page).evaluate((element) => Math.round(element.getBoundingClientRect().top))
  const before = await place()
  const late = history('stock', (day, i) => (day === today - dayMs && i % 2 ? { status: 'FAILED' } : {}))
  await scan(...late)
  await card(page, /Failure rate of STOCK/).waitFor()
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2)
  expect(problems).toEqual([])
})

test('what fails can be tried again, and an insight that is not there is said to be none', async () => {
  const { page } = await openAt('/jobs')
  await page.route('**/graphql', (route) =>
    /InsightsPage/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
  )
  await page.getByRole('link', { name: /^Insights/ }).click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await slowdown(page).waitFor()
  await page.goto(`${server.base}/insights/nothing-like-it`)
  await page.getByRole('heading', { name: 'There is no such insight' }).waitFor()
})

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}: accessible, and nothing scrolls sideways`, async () => {
      const { page, problems } = await openAt('/insights', { viewport: { width, height }, colorScheme })
      const address = await incident(page).locator('a.insight-link').getAttribute('href')
      await page.getByText('How the methods do').click()
      await page.getByRole('table', { name: 'How the methods do' }).waitFor()
      await slowdown(page).getByRole('button', { name: 'Comment' }).click()
      for (const path of [null, address!, '/insights?state=NEW&kind=TREND', '/pipelines/orders']) {
        if (path) await page.goto(server.base + path)
        await page.waitForLoadState('networkidle')
        expect(await accessibilityProblems(page), path ?? '/insights').toEqual([])
        expect(await sidewaysScroll(page), path ?? '/insights').toBeLessThanOrEqual(0)
      }
      expect(problems).toEqual([])
    }, 60_000)
  }
}

test('more are shown when they are asked for, and again at the address that then stands there', async () => {
  await scan(...Array.from({ length: 10 }, (_, i) => slower(`line-${i}`)).flat())
  const { page, problems } = await openAt('/insights')
  await page.getByText('10 of 13 insights').waitFor()
  const cards = page.getByRole('article')
  expect(await cards.count()).toBe(10)
  await page.getByRole('button', { name: 'Show more' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => cards.count()).toBe(13)
  await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'hidden' })
  expect(new URL(page.url()).search).toBe('?pages=2')
  await page.reload()
  await expect.poll(() => cards.count()).toBe(13)
  expect(problems).toEqual([])
})

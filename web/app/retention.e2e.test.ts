import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createUser } from '../../api/features/people/index.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems } from '../testing/accessibility.ts'
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

type SignedInHow = Parameters<typeof signedIn> extends [unknown, unknown, ...infer How] ? How : never

async function openOrganization(...how: SignedInHow) {
  const opened = await signedIn(browser, server, ...how)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(10_000)
  await load(opened.page)
  return opened
}

async function load(page: Page) {
  await page.goto(`${server.base}/settings/organization`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const dialog = (page: Page) => page.getByRole('dialog')
const closed = (page: Page) => dialog(page).waitFor({ state: 'hidden' })
/** Waits until the form shows what is saved: there is nothing to save. */
const saved = (page: Page) => page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor()

async function auditedRetention() {
  const lines = await server.sql<{ after: unknown }[]>`
    select after from audit_events where action = 'retention.changed' order by id`
  return lines.map(({ after }) => after)
}

test('retention is set once what it deletes was confirmed, and viewers are told', async () => {
  const { page, problems } = await openOrganization()
  const [jobs, rollups] = [page.getByLabel('Keep jobs for days'), page.getByLabel('Keep rollups for days')]
  await jobs.fill('90')
  await rollups.fill('30')
  await page.keyboard.press('Enter')
  await page.getByText('Rollups are kept at least as long as jobs: 90 days or more.').waitFor()
  await rollups.fill('400')
  await page.keyboard.press('Enter')
  await dialog(page).getByText('It cannot be undone').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await closed(page)
  expect(await auditedRetention()).toEqual([])

  await press(page, 'Save')
  await dialog(page).getByRole('button', { name: 'Delete', exact: true }).click()
  await closed(page)
  await saved(page)
  expect(await auditedRetention()).toEqual([{ jobsDays: 90, rollupsDays: 400 }])
  await server.sql`update organization_retention set jobs_kept_from = '2026-08-22', rollups_kept_from = '2025-10-16'`
  await rollups.fill('')
  await press(page, 'Save')
  await page.getByText('Jobs from before 22 Aug 2026 and rollups from before 16 Oct 2025 are deleted').waitFor()
  expect(await auditedRetention()).toHaveLength(2)
  expect(problems).toEqual([])

  const eyes = { email: 'eve@example.com', name: 'Eve', password: 'ears and eyes of it', role: 'viewer' as const }
  await createUser(server.sql, server.organization.id, eyes)
  const other = await openOrganization({}, eyes)
  await other.page.getByText('Jobs are kept for 90 days, rollups for ever.').waitFor()
  expect(await other.page.getByLabel('Keep jobs for days').count()).toBe(0)
})

test('retention that cannot be read or set says so', async () => {
  const { page } = await openOrganization()
  const refuse = (operation: string) =>
    page.route('**/graphql', (route) =>
      route.request().postData()?.includes(operation) ? route.abort() : route.continue(),
    )
  await refuse('SetRetention')
  await page.getByLabel('Keep jobs for days').fill('')
  await press(page, 'Save')
  await page.getByRole('alert').filter({ hasText: 'Check the connection, and try again.' }).waitFor()
  await refuse('RetentionPanel')
  await load(page)
  await page.getByRole('heading', { name: 'The server cannot be reached' }).waitFor()
})

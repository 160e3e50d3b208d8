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

async function openPage() {
  const opened = await signedIn(browser, server)
  onTestFinished(() => opened.context.close())
  return opened
}

const send = (externalId: string, status: string) =>
  server.ask('mutation ($input: [JobInput!]!) { recordJobs(input: $input) { accepted } }', {
    input: [{ pipeline: 'nightly-etl', externalId, status }],
  })
const row = (page: Page, externalId: string) => page.getByRole('row').filter({ hasText: externalId })
const isLive = (page: Page) => page.getByTestId('live-status').getByText('Live', { exact: true }).waitFor()
const seen = (page: Page, externalId: string, status: string, timeout: number) =>
  row(page, externalId).getByText(status, { exact: true }).waitFor({ timeout })

test('a status written through the API shows within a second', async () => {
  const { page, problems } = await openPage()
  await isLive(page)
  expect(await send('run-1', 'RUNNING')).toEqual({ data: { recordJobs: { accepted: 1 } } })
  await seen(page, 'run-1', 'Running', 1000)
  expect(await send('run-1', 'FAILED')).toEqual({ data: { recordJobs: { accepted: 1 } } })
  await seen(page, 'run-1', 'Failed', 1000)
  await row(page, 'run-1').getByRole('link', { name: 'run-1' }).click()
  await page.getByRole('heading', { name: 'run-1' }).waitFor()
  expect(problems).toEqual([])
})

test('after the server was away the page is live again by itself and shows what happened meanwhile', async () => {
  const { page } = await openPage()
  await isLive(page)
  await send('run-2', 'RUNNING')
  await seen(page, 'run-2', 'Running', 1000)

  await server.stopServing()
  await page.getByTestId('live-status').getByText('Reconnecting').waitFor()
  // Written past the server, as another process would: the page can only learn of it by asking again.
  await server.sql`update jobs set status = 'SUCCEEDED', finished_at = now() where external_id = 'run-2'`
  await server.serveAgain()

  await isLive(page)
  await seen(page, 'run-2', 'Succeeded', 2000)
  await send('run-3', 'QUEUED')
  await seen(page, 'run-3', 'Queued', 1000)
}, 40_000)

test('a page that was never opened tells that the server is away, and shows itself when it is back', async () => {
  const { page } = await openPage()
  await isLive(page)
  await send('run-4', 'RUNNING')
  await seen(page, 'run-4', 'Running', 1000)
  const heading = page.getByRole('heading', { name: 'run-4' })
  const away = page.getByRole('heading', { name: 'The server cannot be reached' })

  await server.stopServing()
  await row(page, 'run-4').getByRole('link', { name: 'run-4' }).click()
  await away.waitFor()
  await server.serveAgain()
  await heading.waitFor({ timeout: 20_000 })
}, 60_000)

test('without a network the page says so, and comes back', async () => {
  const { page, context } = await openPage()
  await isLive(page)
  await context.setOffline(true)
  await page.getByTestId('live-status').getByText('Offline').waitFor()
  await context.setOffline(false)
  await isLive(page)
})

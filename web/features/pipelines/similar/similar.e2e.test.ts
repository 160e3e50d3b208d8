import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TestServer } from '../../../../api/server/testing.ts'
import { accessibilityProblems } from '../../../testing/accessibility.ts'
import { openBrowser, serverWithPerson, signedIn } from '../../../testing/browser.ts'

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

const HOUR_MS = 3_600_000

/** A run in every so many of the last 240 hours. */
async function send(pipeline: string, { everyHours, minutes }: { everyHours: number; minutes: number }) {
  const lines = Array.from({ length: 240 / everyHours }, (_, i) => {
    const startedAt = Date.now() - (i * everyHours + 2) * HOUR_MS
    return JSON.stringify({
      pipeline,
      externalId: `run-${i}`,
      status: 'SUCCEEDED',
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(startedAt + minutes * 60_000).toISOString(),
    })
  })
  const init = { method: 'POST', headers: server.bearer, body: lines.join('\n') }
  expect((await fetch(`${server.base}/ingest/jobs`, init)).status).toBe(200)
}

test('a pipeline leads to those that behave alike, and says when there are none, or too few', async () => {
  await send('backup', { everyHours: 24, minutes: 90 })
  const { page, context, problems } = await signedIn(browser, server)
  onTestFinished(() => context.close())
  page.setDefaultTimeout(8000)
  await page.goto(`${server.base}/pipelines/backup`)
  await page.getByText('Too few to compare: 1 pipeline has runs').waitFor()

  await send('archive', { everyHours: 24, minutes: 80 })
  await send('ping', { everyHours: 1, minutes: 1 })
  await page.reload()
  const list = page.getByRole('list', { name: 'Similar pipelines' })
  await list.getByText(/^\S+% alike$/).waitFor()
  expect(await list.getByRole('link').allInnerTexts()).toEqual(['archive'])
  expect(await accessibilityProblems(page)).toEqual([])
  await list.getByRole('link', { name: 'archive' }).click()
  await page.waitForURL(/pipelines\/archive/)
  await list.getByRole('link', { name: 'backup' }).waitFor()

  await page.goto(`${server.base}/pipelines/ping`)
  await page.getByText('No other pipeline behaves like this one.').waitFor()
  expect(problems).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { testServer, type TestServer } from '../../api/server/testing.ts'
import { createUser } from '../../api/features/people/index.ts'
import { openBrowser, person, signedIn } from '../testing/browser.ts'

const hardening = { production: true, introspection: false, origins: [] }

let browser: Browser
let server: TestServer
beforeAll(async () => {
  server = await testServer({ hardening })
  await createUser(server.sql, server.organization.id, person)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('the page works where a session can run its own operations only, and sends no text of a query', async () => {
  const { page, context, problems } = await signedIn(browser, server)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) sent.push(request.postData() ?? '')
  })
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  await page.reload()
  await page.getByTestId('live-status').getByText('Live').waitFor()
  await page.getByRole('link', { name: 'Pipelines' }).first().click()
  await page.getByRole('heading', { name: 'Pipelines' }).first().waitFor()

  const asked = sent.filter((text) => text.includes('persistedQuery'))
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.some((text) => text.includes('"type":"subscribe"'))).toBe(true)
  for (const text of sent) expect(text).not.toMatch(/\b(query|subscription|mutation) [A-Z]\w*\b.*\{/)
  expect(problems).toEqual([])

  const text = { query: '{ viewer { organization { name } } }' }
  const answer = await page.request.post(`${server.base}/graphql`, { data: text, headers: { Origin: server.base } })
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  await context.close()
})

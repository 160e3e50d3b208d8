import { chromium } from 'playwright-core'
import sparticuz from '@sparticuz/chromium'
import { expect, test } from 'vitest'
import { testServer } from './testing.ts'

test('GraphiQL runs under its policy, and asks with a key', { timeout: 120_000 }, async () => {
  const server = await testServer()
  const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    await page.setExtraHTTPHeaders(server.bearer)
    const introspection = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/graphql'),
    )
    await page.goto(`${server.base}/graphql`)
    await page.locator('.graphiql-container').first().waitFor()
    expect((await (await introspection).json()).data.__schema.queryType.name).toBe('Query')
    await page.locator('.graphiql-editors').first().waitFor()
    await page.waitForTimeout(1_000)
    expect(problems).toEqual([])
  } finally {
    await browser.close()
    await server.stop()
  }
})

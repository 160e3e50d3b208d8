import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { createUser } from '../../api/features/people/index.ts'
import { testServer, type TestServer } from '../../api/server/testing.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
export const person = {
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  password: 'correct horse battery',
  role: 'owner' as const,
}

/** The browser of the npm package: nothing needs to be installed by hand. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: FLAGS, headless: true })
}

/** The real server with the built page, and a person who can sign in. */
export async function serverWithPerson(): Promise<TestServer> {
  const server = await testServer()
  await createUser(server.sql, server.organization.id, person)
  return server
}

/** A page where somebody has signed in, the person of `serverWithPerson` unless told otherwise. Anything that the page logs as an error, or throws, is collected. */
export async function signedIn(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
  who: { email: string; password: string } = person,
) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const problems = collectProblems(page)
  await page.goto(server.base)
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.keyboard.press('Enter')
  await page.getByTestId('live-status').waitFor()
  return { page, context, problems }
}

function collectProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('WebSocket')) problems.push(message.text())
  })
  return problems
}

import sparticuz from '@sparticuz/chromium'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

/** A browser in which somebody has signed in. */
export interface Visitor {
  page: Page
  /** For tools that speak to the browser by themselves. */
  debugPort: number
  /** Makes a dashboard, as the page would, and returns its id. */
  createDashboard(document: unknown): Promise<string>
  close(): Promise<void>
}

interface Who {
  base: string
  email: string
  password: string
}

const DEBUG_PORT = 9_333
/** So tall that every panel is in sight. */
const VIEWPORT = { width: 1440, height: 2_400 }

/** Opens the browser with a folder of its own, which keeps the session when a tool opens another tab, and signs in. */
export async function openVisitor(folder: string, { base, email, password }: Who): Promise<Visitor> {
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', `--remote-debugging-port=${DEBUG_PORT}`],
    headless: true,
    viewport: VIEWPORT,
  })
  const page = await context.newPage()
  await page.goto(base)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByTestId('live-status').waitFor()
  return {
    page,
    debugPort: DEBUG_PORT,
    async createDashboard(document) {
      const query = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'
      const answer = await page.evaluate(
        async (body) => {
          const headers = { 'Content-Type': 'application/json' }
          return (await fetch('/graphql', { method: 'POST', headers, body })).text()
        },
        JSON.stringify({ query, variables: { input: { document, visibility: 'PRIVATE' } } }),
      )
      const { data } = JSON.parse(answer) as { data?: { createDashboard: { id: string } } }
      if (!data) throw new Error(`The dashboard could not be made: ${answer}`)
      return data.createDashboard.id
    },
    close: () => context.close(),
  }
}

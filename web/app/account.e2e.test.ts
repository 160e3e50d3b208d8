import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { insertProvider } from '../../api/features/providers/queries.ts'
import { startTestProvider, TEST_CLIENT, type TestProvider } from '../../api/features/providers/testing-provider.ts'
import { makePerson, PASSWORD } from '../../api/server/auth/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { accessibilityProblems, sidewaysScroll } from '../testing/accessibility.ts'
import { openBrowser, person, serverWithPerson, signedIn } from '../testing/browser.ts'

let browser: Browser
let server: TestServer
let provider: TestProvider
beforeAll(async () => {
  server = await serverWithPerson()
  provider = await startTestProvider()
  provider.allowRedirect(`${server.base}/auth/callback`)
  await connectProvider()
  browser = await openBrowser()
})
afterEach(() => expect(server.logged).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await provider?.stop()
  await server?.stop()
})

/** The organization lets in whom the provider knows to be of its staff. */
async function connectProvider() {
  await insertProvider(server.sql, server.organization.id, {
    name: 'Acme directory',
    issuer: provider.issuer,
    clientId: TEST_CLIENT.clientId,
    clientSecret: server.services.seal.seal(TEST_CLIENT.clientSecret),
    scopes: 'openid email profile',
    roleClaim: 'groups',
    roleMapping: { staff: 'editor' },
    defaultRole: null,
    emailDomains: [],
    listed: true,
    enabled: true,
  })
  const told = { email_verified: true, name: 'Olga Idc' }
  provider.claims.set('olga', { ...told, email: 'olga@example.com', groups: ['staff'] })
  provider.claims.set('guest', { ...told, email: 'guest@example.com', groups: [] })
}

async function open(path: string, options = {}, who: { email: string; password: string } = person) {
  const opened = await signedIn(browser, server, options, who)
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(8000)
  await opened.page.goto(server.base + path)
  return opened
}

async function strangerAt(path: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  await page.goto(server.base + path)
  return page
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const isLive = (page: Page) => page.getByTestId('live-status').getByText('Live', { exact: true }).waitFor()
const sessions = (page: Page) => page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
const signInPage = (page: Page) => page.getByRole('heading', { name: 'Sign in' })

describe('sessions', () => {
  test('one that is ended leaves its page within a second', async () => {
    const { page, problems } = await open('/profile')
    const { page: other } = await open('/jobs')
    await isLive(other)
    await page.reload()
    await expect.poll(() => sessions(page).count(), { timeout: 5000 }).toBe(2)
    await page
      .getByText(/^Chrome on Linux$/)
      .first()
      .waitFor()
    await press(page, /^End the session/)
    await signInPage(other).waitFor({ timeout: 1000 })
    await page.getByText('The session is ended.').waitFor()
    await expect.poll(() => sessions(page).count(), { timeout: 5000 }).toBe(1)
    expect(problems).toEqual([])
  })

  test('all others end at once', async () => {
    const { page } = await open('/profile')
    const others = [await open('/jobs'), await open('/pipelines')]
    for (const other of others) await isLive(other.page)
    await page.reload()
    await press(page, 'End all others')
    await Promise.all(others.map((other) => signInPage(other.page).waitFor({ timeout: 1000 })))
    await page.getByText(/^\d sessions ended[.]$/).waitFor()
    await expect.poll(() => sessions(page).count(), { timeout: 5000 }).toBe(1)
  })
})

describe('the profile', () => {
  test('another name and another password', async () => {
    const who = { email: 'ada.king@example.com', password: PASSWORD }
    await makePerson(server, who.email)
    const { page, problems } = await open('/profile', {}, who)
    await page.getByLabel('Name').fill('')
    await press(page, 'Change name')
    await page.getByText('Enter your name.').waitFor()
    await page.getByLabel('Name').fill('Ada King')
    await press(page, 'Change name')
    await page.getByText('Your name is changed.').waitFor()
    await press(page, /your menu/)
    await page.getByText('Ada King').waitFor()
    await page.keyboard.press('Escape')

    const { page: other } = await open('/jobs', {}, who)
    await isLive(other)
    await page.getByLabel('Current password').fill('not this one')
    await page.getByLabel('New password').fill('eleven geese fly south')
    await press(page, 'Change password')
    await page.getByText('The password is wrong.').waitFor()
    await page.getByLabel('Current password').fill(PASSWORD)
    await press(page, 'Change password')
    await page.getByText('Your password is changed').waitFor()
    await signInPage(other).waitFor({ timeout: 1000 })
    expect(problems).toEqual([])
  })

  test('keys and the palette lead there', async () => {
    const { page } = await open('/jobs')
    await isLive(page)
    await page.keyboard.press('g')
    await page.keyboard.press('u')
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('audit')
    await page.getByRole('option', { name: 'Audit log' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/settings/audit')
  })
})

describe('a provider', () => {
  async function through(page: Page, login: string) {
    await page.getByRole('link', { name: 'Continue with Acme directory' }).click()
    await page.locator('[name=login]').fill(login)
    await page.locator('[name=password]').fill('any')
    await page.getByRole('button', { name: /sign-in/i }).click()
    await page.getByRole('button', { name: /continue/i }).click()
  }

  test('signs in, leads to where one wanted to go, and keeps the password', async () => {
    const page = await strangerAt('/profile')
    await through(page, 'olga')
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
    await page.getByText('You sign in with Acme directory and have no password here.').waitFor()
    expect(await page.getByRole('heading', { name: 'Second factor', exact: true }).count()).toBe(0)
    await page.getByText('with Acme directory').first().waitFor()
  })

  test('does not let in who has no role, and the page says so in words', async () => {
    const page = await strangerAt('/sign-in')
    await through(page, 'guest')
    await page.getByText('You have no role in this organization.').waitFor()
    await signInPage(page).waitFor()
  })
})

describe('every page', () => {
  const sizes = [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]
  const looks = sizes.flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
  )

  async function check(page: Page, what: string) {
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await accessibilityProblems(page), what).toEqual([])
    expect(await sidewaysScroll(page), what).toBeLessThanOrEqual(0)
    expect(await page.title(), what).toMatch(/^.+ · Tachograph$/)
  }

  test.each(looks)('for strangers is accessible: $viewport.width, $colorScheme', async (look) => {
    const answer = await server.ask('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { link } }', {
      input: { email: 'axe@example.com', role: 'VIEWER' },
    })
    expect(answer.errors).toBeUndefined()
    const link = /https?:\S+/.exec(server.mails.at(-1)!.text)![0].slice(server.base.length)
    const page = await strangerAt('/sign-in?problem=domain', look)
    await page.getByText('Addresses like yours').waitFor()
    await check(page, 'sign-in')
    for (const path of [
      '/forgot-password',
      '/reset-password',
      '/reset-password?token=x',
      '/invitation?token=x',
      link,
    ]) {
      await page.goto(server.base + path)
      await check(page, path)
    }
    await page.getByLabel('Your name').waitFor()

    await page.route('**/auth/sign-in', (route) => route.fulfill({ json: { secondFactor: true } }))
    await page.goto(`${server.base}/sign-in`)
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.keyboard.press('Enter')
    await page.getByLabel('Code').waitFor()
    await check(page, 'second factor')
  })

  test.each(looks)('of the account is accessible: $viewport.width, $colorScheme', async (look) => {
    const { page } = await open('/profile', look)
    await page.getByRole('button', { name: 'Set up second factor' }).waitFor()
    await check(page, 'profile')
    await press(page, 'Set up second factor')
    await page.getByLabel('Code').waitFor()
    await check(page, 'set-up')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await press(page, /your menu/)
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    expect(await accessibilityProblems(page), 'menu').toEqual([])
  })
})

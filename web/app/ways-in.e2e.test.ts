import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createOrganization } from '../../api/features/organizations/index.ts'
import { smtpMailer } from '../../api/mail/index.ts'
import { testMailServer } from '../../api/mail/testing.ts'
import { makePerson, PASSWORD } from '../../api/server/auth/testing.ts'
import type { TestServer } from '../../api/server/testing.ts'
import { openBrowser, serverWithPerson, signedIn } from '../testing/browser.ts'

let browser: Browser
let server: TestServer
let post: Awaited<ReturnType<typeof testMailServer>>
beforeAll(async () => {
  server = await serverWithPerson()
  post = await testMailServer()
  server.services.mail = smtpMailer({ url: post.url, from: 'tachograph@example.com' })
  browser = await openBrowser()
})
afterEach(async () => {
  await server.sql`delete from sign_in_failures`
  expect(server.logged).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await post?.close()
  await server?.stop()
})

/** A browser that nobody has used. */
async function freshPage(): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  return page
}

async function show(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
}

const isIn = (page: Page) => page.getByRole('navigation', { name: 'Main' }).waitFor()

/** Somebody new of the organization, signed in at a page of the address. */
async function someoneAt(email: string, path: string) {
  await makePerson(server, email, 'editor')
  const opened = await signedIn(browser, server, {}, { email, password: PASSWORD })
  onTestFinished(() => opened.context.close())
  opened.page.setDefaultTimeout(8000)
  await opened.page.goto(server.base + path)
  return opened
}

/** Invites by GraphQL, and reads the link from the letter. */
async function invite(email: string): Promise<string> {
  const answer = await server.ask('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { link } }', {
    input: { email, role: 'EDITOR' },
  })
  expect(answer).toEqual({ data: { inviteMember: { link: null } } })
  return post.linkFor(email)
}

describe('a second factor', () => {
  test('is set up with the code of an app, is asked for, and gives way to a recovery code once', async () => {
    const { page, context, problems } = await someoneAt('two@example.com', '/profile')
    await page.getByRole('button', { name: 'Set up second factor' }).click()
    const secret = (await page.locator('.second-factor-text').innerText()).replaceAll(' ', '')
    const app = new TOTP({ secret: Secret.fromBase32(secret) })
    await page.getByLabel('Code').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByText('The code is wrong.').waitFor()
    await page.getByLabel('Code').fill(app.generate())
    await page.keyboard.press('Enter')
    const recovery = await page.locator('.recovery-codes code').first().innerText()
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('10 recovery codes left.').waitFor()
    expect(problems).toEqual([])
    await context.clearCookies()

    const other = await freshPage()
    await other.goto(`${server.base}/profile`)
    await show(other, 'two@example.com', PASSWORD)
    await other.getByLabel('Code').fill('123123')
    await other.keyboard.press('Enter')
    await other.getByText('The code is wrong, or it was used already.').waitFor()
    // The code of the half minute that the set-up used does not count again.
    await other.getByLabel('Code').fill(app.generate({ timestamp: Date.now() + 30_000 }))
    await other.keyboard.press('Enter')
    await other.getByText('10 recovery codes left.').waitFor()

    const lost = await freshPage()
    await lost.goto(`${server.base}/profile`)
    await show(lost, 'two@example.com', PASSWORD)
    await lost.getByRole('button', { name: 'Use a recovery code' }).click()
    await lost.getByLabel('Recovery code').fill(recovery.toLowerCase())
    await lost.keyboard.press('Enter')
    await lost.getByText('9 recovery codes left.').waitFor()

    await lost.getByRole('button', { name: 'End second factor' }).click()
    await lost.getByLabel('Your password').fill('not this one')
    await lost.keyboard.press('Enter')
    await lost
      .getByRole('alert')
      .getByText(/password/)
      .waitFor()
    await lost.getByLabel('Your password').fill(PASSWORD)
    await lost.keyboard.press('Enter')
    await lost.getByRole('button', { name: 'Set up second factor' }).waitFor()
  }, 60_000)
})

test('after too many wrong passwords the button counts down to the next attempt', async () => {
  await makePerson(server, 'many@example.com')
  const page = await freshPage()
  await page.goto(`${server.base}/sign-in`)
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true, disabled: false })
  for (let pauses = false, attempt = 0; !pauses; attempt += 1) {
    const answered = page.waitForResponse('**/auth/sign-in')
    await show(page, 'many@example.com', `wrong ${attempt}`)
    pauses = (await answered).headers()['retry-after'] !== undefined
    if (!pauses) await signIn.waitFor()
  }
  await page.getByRole('button', { name: /^Try again in \d+ s/ }).waitFor()
  await signIn.waitFor({ timeout: 10_000 })
  await show(page, 'many@example.com', PASSWORD)
  await isIn(page)
}, 60_000)

test('a forgotten password is chosen anew by a link of a letter, which counts once', async () => {
  const { page: elsewhere } = await someoneAt('forgot@example.com', '/jobs')
  await isIn(elsewhere)
  const page = await freshPage()
  await page.goto(`${server.base}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  await page.getByLabel('E-mail').fill('forgot@example.com')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()

  const link = await post.linkFor('forgot@example.com')
  await page.goto(link)
  await page.getByLabel('New password').fill('short')
  await page.keyboard.press('Enter')
  await page.getByText('The password is too short').waitFor()
  await page.getByLabel('New password').fill('eleven geese fly south')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await show(page, 'forgot@example.com', 'eleven geese fly south')
  await isIn(page)
  // Whoever was signed in with the old one is out.
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor({ timeout: 2000 })

  const late = await freshPage()
  await late.goto(link)
  await late.getByLabel('New password').fill('twelve geese fly south')
  await late.keyboard.press('Enter')
  await late.getByText('This link was used already').waitFor()
  await late.getByRole('link', { name: 'Send me a new link' }).click()
  await late.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
}, 60_000)

describe('an invitation', () => {
  test('makes an account in a browser that nobody has used, and counts once', async () => {
    const link = await invite('new@example.com')
    const page = await freshPage()
    await page.goto(link)
    await page.getByRole('heading', { name: 'Join Test' }).waitFor()
    await page.getByText('new@example.com is invited as an editor.').waitFor()
    await page.getByLabel('Your name').fill('Grace Hopper')
    await page.getByLabel('Password').fill('password123')
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/password/)
      .waitFor()
    await page.getByLabel('Password').fill('moths in the relay panel')
    await page.keyboard.press('Enter')
    await isIn(page)
    await page.getByRole('button', { name: 'Test: your menu' }).click()
    await page.getByText('Grace Hopper').waitFor()

    const late = await freshPage()
    await late.goto(link)
    await late.getByRole('heading', { name: 'This invitation is not open any more' }).waitFor()
  })

  test('of somebody who has an account is accepted after signing in, and the menu leads back and forth', async () => {
    const other = await createOrganization(server.sql, 'Northwind')
    await makePerson({ ...server, organization: other }, 'both@example.com')
    const link = await invite('both@example.com')
    const page = await freshPage()
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await show(page, 'both@example.com', PASSWORD)
    await page.getByRole('button', { name: 'Join Test' }).click()
    await isIn(page)
    const tab = await page.context().newPage()
    await tab.goto(`${server.base}/pipelines`)
    await isIn(tab)
    await page.getByRole('button', { name: 'Test: your menu' }).click()
    await page.getByRole('menuitemradio', { name: 'Northwind' }).click()
    await page.getByRole('button', { name: 'Northwind: your menu' }).waitFor()
    // The tabs share the session: none of them goes on showing the organization before.
    await tab.getByRole('button', { name: 'Northwind: your menu' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/jobs')
  })

  test('of somebody else asks for that account', async () => {
    await makePerson(server, 'someone@example.com')
    const other = await createOrganization(server.sql, 'Elsewhere')
    await makePerson({ ...server, organization: other }, 'wanted@example.com')
    const link = await invite('wanted@example.com')
    const page = await freshPage()
    await page.goto(`${server.base}/sign-in`)
    await show(page, 'someone@example.com', PASSWORD)
    await isIn(page)
    await page.goto(link)
    await page.getByRole('button', { name: 'Join Test' }).click()
    await page.getByText('There is an account with this address.').waitFor()
    await page.getByRole('button', { name: 'Sign in as wanted@example.com' }).click()
    await show(page, 'wanted@example.com', PASSWORD)
    await page.getByRole('button', { name: 'Join Test' }).click()
    await isIn(page)
  })
})
